package io.beckon.actors.filedrop;

import io.beckon.protocol.filedrop.DropKind;
import io.beckon.protocol.filedrop.DropSource;
import java.nio.file.Path;

/** Finds the kind of place that a source describes. */
final class Places {
  private Places() {}

  static WatchedPlace of(DropPorts ports, DropSource source) {
    if (source.settings().kind() == DropKind.FTP) {
      return new FtpPlace(source);
    }
    var folder =
        BuiltInFolder.of(ports, source)
            .map(BuiltInFolder::folder)
            .orElseGet(() -> Path.of(source.settings().url()));
    return FolderPlace.of(folder, source.settings().maskOrUsual());
  }
}
