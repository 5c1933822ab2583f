package io.beckon.persistence.compliance;

import io.beckon.protocol.device.Device;
import io.beckon.protocol.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;

/** Recognises a device of a tenant where the device itself must not stand: HMAC-SHA-256. */
final class DeviceHmac {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  private DeviceHmac(SecretKeySpec key) {
    this.key = key;
  }

  static DeviceHmac read(Handle handle, TenantId tenant) {
    byte[] key =
        handle
            .createQuery("SELECT hmac_key FROM tenant WHERE tenant_id = :tenant")
            .bind("tenant", tenant.value())
            .mapTo(byte[].class)
            .one();
    return new DeviceHmac(new SecretKeySpec(key, ALGORITHM));
  }

  byte[] of(Device device) {
    return of(device.value());
  }

  /** No device looks like this. */
  byte[] ofClient(String clientId) {
    return of("client " + clientId);
  }

  byte[] ofField(String name, String value) {
    return of("field " + name + " " + value);
  }

  private byte[] of(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
