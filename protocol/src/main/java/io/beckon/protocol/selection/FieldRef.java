package io.beckon.protocol.selection;

import io.beckon.protocol.list.ColumnRole;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the value of a field is found.
 *
 * @param role of a field that every contact has; null otherwise
 * @param name of a column that is kept under its name; null otherwise
 */
public record FieldRef(Source source, @Nullable ColumnRole role, @Nullable String name) {
  static final String DEVICE = "device";

  /** What holds the value. */
  public enum Source {
    DEVICE,
    CONTACT,
    FIELD,
    COLUMN
  }

  /** Spaces, underscores and case of fields are forgiven; names of columns are exact. */
  static FieldRef of(String name) {
    var plain = name.replaceAll("[\\s_.-]+", "").toLowerCase(Locale.ROOT);
    if (plain.equals(DEVICE)) {
      return new FieldRef(Source.DEVICE, null, null);
    }
    if (plain.equals("contact")) {
      return new FieldRef(Source.CONTACT, null, null);
    }
    return role(plain)
        .map(role -> new FieldRef(Source.FIELD, role, null))
        .orElseGet(() -> new FieldRef(Source.COLUMN, null, name));
  }

  private static Optional<ColumnRole> role(String plain) {
    return Arrays.stream(ColumnRole.values())
        .filter(r -> !r.isDevice() && !r.isOfEntries() && r != ColumnRole.OTHER)
        .filter(r -> r.name().replace("_", "").toLowerCase(Locale.ROOT).equals(plain))
        .findFirst();
  }
}
