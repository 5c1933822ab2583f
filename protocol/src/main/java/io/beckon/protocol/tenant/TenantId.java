package io.beckon.protocol.tenant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** One customer of the platform: 1 to 40 of a-z, 0-9 and -, starting with a letter or digit. */
public record TenantId(String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  /** The tenant of the operator. */
  public static final TenantId DEFAULT = new TenantId("default");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TenantId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("a tenant id is 1 to 40 of a-z, 0-9 and -, was: " + value);
    }
  }

  @JsonValue
  @Override
  public String toString() {
    return value;
  }
}
