package io.beckon.actors.filedrop;

import io.beckon.protocol.filedrop.DropRoots;
import io.beckon.protocol.filedrop.DropSource;
import java.nio.file.Path;
import java.util.List;

/** Finds the kind of place that a source describes. */
final class Places {
  private Places() {}

  static WatchedPlace of(DropPorts ports, DropSource source) {
    return BuiltInFolder.of(ports, source)
        .<WatchedPlace>map(folder -> new FolderPlace(folder.folder(), List.of(folder.folder())))
        .orElseGet(() -> named(source, ports.roots()));
  }

  static WatchedPlace named(DropSource source, DropRoots roots) {
    var settings = source.settings();
    return switch (settings.kind()) {
      case FOLDER -> new FolderPlace(Path.of(settings.url()), roots.of(source.tenant()));
      case FTP, FTPS -> FtpPlace.of(settings);
      case SFTP -> SftpPlace.of(settings);
    };
  }
}
