package io.beckon.protocol.compliance;

import io.beckon.protocol.device.Device;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Whom a tenant has erased, known by marks only: HMAC-SHA-256 with the tenant's key, of a device as
 * {@code decision.device_hmac} has it, of a Client ID with {@code client:} before it.
 */
public final class ErasedPeople {
  public static final ErasedPeople NONE = new ErasedPeople(new byte[] {0}, Set.of());

  /** What stands in an attempt or record where a device or Client ID stood: this and the mark. */
  public static final String PREFIX = "erased-";

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;
  private final Set<String> marks;

  /**
   * @param key the tenant's
   * @param marks in hexadecimal
   */
  public ErasedPeople(byte[] key, Set<String> marks) {
    this.key = new SecretKeySpec(key, ALGORITHM);
    this.marks = Set.copyOf(marks);
  }

  public boolean has(Device device) {
    return !marks.isEmpty() && marks.contains(ofDevice(device.value()));
  }

  public boolean hasClient(@Nullable String clientId) {
    return clientId != null && !marks.isEmpty() && marks.contains(ofClient(clientId));
  }

  public String ofDevice(String device) {
    return mark(device);
  }

  public String ofClient(String clientId) {
    return mark("client:" + clientId);
  }

  private String mark(String value) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
