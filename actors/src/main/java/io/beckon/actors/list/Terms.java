package io.beckon.actors.list;

import io.beckon.actors.list.prepare.BadFileException;
import io.beckon.protocol.list.Column;
import io.beckon.protocol.list.ColumnRole;
import io.beckon.protocol.list.CookTerms;
import io.beckon.protocol.list.ImportMode;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.LoadJob;
import io.beckon.protocol.list.LoadTerms;
import io.beckon.protocol.list.UpdateKey;
import io.beckon.protocol.reference.Locator;
import java.util.List;
import java.util.Optional;

/** Brings the options of an import together with the columns that its file has. */
final class Terms {
  private Terms() {}

  static LoadTerms of(LoadJob job, List<Column> columns, CookTerms rows) {
    var options = job.options();
    var mode = options.modeOrUsual();
    var key = mode == ImportMode.UPDATE ? options.keyOrUsual() : null;
    if (key != null) {
      require(key, columns);
    }
    return new LoadTerms(
        options.dedupeOrUsual(),
        mode,
        key,
        named(columns, ColumnRole.CLIENT_ID).map(Column::name).orElse(null),
        rows,
        job.split());
  }

  /** How the rows of a file are read. */
  static CookTerms ofRows(String country, LoadJob job, Locator locator) {
    var options = job.options();
    return new CookTerms(
        country, job.timeZone(), needDevices(options), options.premiumRate(), locator);
  }

  /** A row that is found by something else than a device need not name one. */
  static boolean needDevices(ImportOptions options) {
    return options.modeOrUsual() != ImportMode.UPDATE
        || options.keyOrUsual().kind() == UpdateKey.Kind.DEVICE;
  }

  private static void require(UpdateKey key, List<Column> columns) {
    boolean there =
        switch (key.kind()) {
          case CLIENT_ID -> named(columns, ColumnRole.CLIENT_ID).isPresent();
          case DEVICE -> columns.stream().anyMatch(c -> c.role().isDevice());
          case COLUMN ->
              columns.stream()
                  .anyMatch(c -> c.role() == ColumnRole.OTHER && c.name().equals(key.column()));
        };
    if (!there) {
      throw new BadFileException(
          "NO_KEY_COLUMN",
          "The file has no column for the key " + key + ", by which its rows find their contacts.",
          "Add that column, or choose another key.");
    }
  }

  private static Optional<Column> named(List<Column> columns, ColumnRole role) {
    return columns.stream().filter(c -> c.role() == role).findFirst();
  }
}
