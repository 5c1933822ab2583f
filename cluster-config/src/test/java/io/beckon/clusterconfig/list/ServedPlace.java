package io.beckon.clusterconfig.list;

import io.beckon.protocol.filedrop.DropKind;
import java.nio.file.Path;
import java.security.KeyPair;

/**
 * A folder behind a real server of its kind, or as it is.
 *
 * @param drops how a source reaches it
 */
record ServedPlace(Drops drops, Runnable stop) implements AutoCloseable {
  static ServedPlace of(DropKind kind, Path folder, KeyPair host, TlsKeys keys) throws Exception {
    return switch (kind) {
      case FOLDER -> new ServedPlace(Drops.at(kind, folder.toString()), () -> {});
      case FTP -> ftp(kind, "ftp", LoopbackFtp.of(folder).writable());
      case FTPS -> {
        var server =
            LoopbackFtp.of(folder).writable().encrypted(false, keys.file(), TlsKeys.PASSWORD);
        var place = ftp(kind, "ftpes", server);
        yield new ServedPlace(place.drops().pinned(keys.fingerprint()), place.stop());
      }
      case SFTP -> {
        var server = LoopbackSftp.of(folder, host, host).start(0);
        var drops =
            Drops.at(kind, server.url())
                .password(LoopbackSftp.USER, LoopbackSftp.PASSWORD)
                .knownHosts(server.knownHosts(0));
        yield new ServedPlace(drops, server::stop);
      }
    };
  }

  private static ServedPlace ftp(DropKind kind, String scheme, LoopbackFtp made) throws Exception {
    var server = made.start(0);
    var drops =
        Drops.at(kind, scheme + "://127.0.0.1:" + server.port() + "/")
            .password(LoopbackFtp.USER, LoopbackFtp.PASSWORD);
    return new ServedPlace(drops, server::stop);
  }

  @Override
  public void close() {
    stop.run();
  }
}
