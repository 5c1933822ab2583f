package io.beckon.actors.filedrop;

import akka.stream.ActorAttributes;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.protocol.filedrop.DropSource;
import io.beckon.protocol.filedrop.TakenFiles.Seen;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPReply;

/**
 * A folder on an FTP server, over Commons Net. Every look and every download has a connection of
 * its own, passive, with time-outs: a server that stalls costs one look.
 */
final class FtpPlace implements WatchedPlace {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final int USUAL_PORT = 21;
  private static final int BUFFER = 64 * 1024;

  private final DropSource source;
  private final URI url;
  private final PathMatcher mask;

  FtpPlace(DropSource source) {
    this.source = source;
    this.url = URI.create(source.settings().url());
    this.mask = FileSystems.getDefault().getPathMatcher("glob:" + source.settings().maskOrUsual());
  }

  @Override
  public List<Seen> list() throws IOException {
    var client = connected();
    try {
      return files(client).stream()
          .filter(f -> f.isFile() && !f.getName().startsWith("."))
          .filter(f -> mask.matches(Path.of(f.getName())))
          .map(f -> new Seen(folder() + f.getName(), f.getSize(), f.getTimestampInstant()))
          .toList();
    } finally {
      close(client);
    }
  }

  /** The exact listing (RFC 3659) where the server has it, else the one for people. */
  private List<FTPFile> files(FTPClient client) throws IOException {
    var exact = client.hasFeature("MLST");
    var files = exact ? client.mlistDir(folder()) : client.listFiles(folder());
    if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
      throw said(client, "cannot list " + folder());
    }
    return Arrays.stream(files).filter(f -> f != null && f.getName() != null).toList();
  }

  @Override
  public Source<ByteString, ?> read(Seen file) {
    return Source.unfoldResource(
            () -> new Download(connected(), file.path()), Download::next, Download::close)
        .withAttributes(ActorAttributes.dispatcher("akka.actor.default-blocking-io-dispatcher"));
  }

  /** One file on its way; its end counts only when the server has confirmed it. */
  private static final class Download {
    private final FTPClient client;
    private final InputStream stream;
    private final byte[] buffer = new byte[BUFFER];

    Download(FTPClient client, String path) throws IOException {
      this.client = client;
      var opened = client.retrieveFileStream(path);
      if (opened == null) {
        var failure = said(client, "cannot read the file");
        FtpPlace.close(client);
        throw failure;
      }
      this.stream = opened;
    }

    Optional<ByteString> next() throws IOException {
      int read = stream.read(buffer);
      if (read >= 0) {
        return Optional.of(ByteString.fromArray(buffer, 0, read));
      }
      stream.close();
      if (!client.completePendingCommand()) {
        throw said(client, "the transfer was not completed");
      }
      return Optional.empty();
    }

    void close() {
      FtpPlace.close(client);
    }
  }

  private FTPClient connected() throws IOException {
    var client = new FTPClient();
    client.setConnectTimeout((int) CONNECT.toMillis());
    client.setDefaultTimeout((int) SILENCE.toMillis());
    client.setDataTimeout(SILENCE);
    client.setControlEncoding("UTF-8");
    try {
      client.connect(url.getHost(), url.getPort() < 0 ? USUAL_PORT : url.getPort());
      client.setSoTimeout((int) SILENCE.toMillis());
      var credentials = source.settings().credentials();
      boolean in =
          credentials == null
              ? client.login("anonymous", "beckon")
              : client.login(credentials.username(), credentials.password());
      if (!in) {
        throw said(client, "the server does not let us in");
      }
      client.enterLocalPassiveMode();
      client.setFileType(FTP.BINARY_FILE_TYPE);
      return client;
    } catch (IOException e) {
      close(client);
      throw e;
    }
  }

  private String folder() {
    var path = url.getPath() == null || url.getPath().isEmpty() ? "/" : url.getPath();
    return path.endsWith("/") ? path : path + "/";
  }

  private static IOException said(FTPClient client, String what) {
    return new IOException(what + " (" + client.getReplyCode() + ")");
  }

  private static void close(FTPClient client) {
    try {
      client.disconnect();
    } catch (IOException e) {
      return; // it is gone already
    }
  }
}
