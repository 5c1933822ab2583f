package io.beckon.persistence.registry;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The blobs that make up one version.
 *
 * @param removed numbers of {@code base} that are not registered any more
 * @param added null, like {@code removed}: none
 */
record RegistryBlobs(@Nullable Long base, @Nullable Long added, @Nullable Long removed) {
  static final String COLUMNS = "base_blob, added_blob, removed_blob";

  static RegistryBlobs of(ResultSet row) throws SQLException {
    return new RegistryBlobs(
        row.getObject("base_blob", Long.class),
        row.getObject("added_blob", Long.class),
        row.getObject("removed_blob", Long.class));
  }

  Mapped map(BlobStore store) throws IOException {
    return new Mapped(map(store, base), map(store, added), map(store, removed));
  }

  private static NumberSet map(BlobStore store, @Nullable Long blob) throws IOException {
    return blob == null ? NumberSet.EMPTY : store.map(blob);
  }

  /** The same, to be asked. */
  record Mapped(NumberSet base, NumberSet added, NumberSet removed) {
    boolean has(long number) {
      return added.has(number) || base.has(number) && !removed.has(number);
    }
  }
}
