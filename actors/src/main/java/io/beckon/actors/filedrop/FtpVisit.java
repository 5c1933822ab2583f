package io.beckon.actors.filedrop;

import io.beckon.protocol.filedrop.TakenFiles.Seen;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPReply;

/** One connection to an FTP server, signed in. */
record FtpVisit(FTPClient client, String folder) implements WatchedPlace.Visit {
  private static final int LONGEST_REPLY = 200;

  @Override
  public List<Seen> list() throws IOException {
    return list(folder).stream().filter(f -> !WatchedPlace.name(f).startsWith(".")).toList();
  }

  /** The exact listing (RFC 3659) where the server has it, else the one for people. */
  private List<Seen> list(String of) throws IOException {
    var files = isExact() ? client.mlistDir(of) : client.listFiles(of);
    if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
      throw new PlaceTrouble("The folder " + of + " cannot be listed: " + reply());
    }
    return Arrays.stream(files)
        .filter(f -> f != null && f.getName() != null && f.isFile())
        .map(f -> seen(of + f.getName(), f))
        .toList();
  }

  private boolean isExact() throws IOException {
    return client.hasFeature("MLST");
  }

  private static Seen seen(String path, FTPFile file) {
    var modified = file.getTimestampInstant();
    return new Seen(path, file.getSize(), modified == null ? Instant.EPOCH : modified);
  }

  @Override
  public InputStream read(String path) throws IOException {
    var stream = client.retrieveFileStream(path);
    if (stream == null) {
      throw refused(path, "read");
    }
    return new Confirmed(stream);
  }

  @Override
  public OutputStream write(String path) throws IOException {
    var stream = client.storeFileStream(path);
    if (stream == null) {
      throw refused(path, "written");
    }
    return new Stored(stream);
  }

  @Override
  public Optional<Seen> find(String path) throws IOException {
    if (isExact()) {
      return Optional.ofNullable(client.mlistFile(path))
          .filter(FTPFile::isFile)
          .map(f -> seen(path, f));
    }
    return list(path.substring(0, path.lastIndexOf('/') + 1)).stream()
        .filter(f -> f.path().equals(path))
        .findFirst();
  }

  @Override
  public void makeFolder(String path) throws IOException {
    if (client.changeWorkingDirectory(path)) {
      return;
    }
    int above = path.lastIndexOf('/');
    if (above > 0) {
      makeFolder(path.substring(0, above));
    }
    if (!client.makeDirectory(path)) {
      throw refused(path, "made");
    }
  }

  @Override
  public void rename(String from, String to) throws IOException {
    if (!client.rename(from, to)) {
      throw refused(from, "moved to " + to);
    }
  }

  @Override
  public void delete(String path) throws IOException {
    if (!client.deleteFile(path)) {
      throw refused(path, "deleted");
    }
  }

  @Override
  public void close() {
    close(client);
  }

  static void close(FTPClient client) {
    try {
      client.disconnect();
    } catch (IOException e) {
      return; // it is gone already
    }
  }

  private PlaceTrouble.Refused refused(String path, String done) {
    return new PlaceTrouble.Refused(path + " cannot be " + done + ": " + reply());
  }

  private String reply() {
    var text = client.getReplyString();
    var words = text == null ? "no answer" : text.strip();
    return words.substring(0, Math.min(LONGEST_REPLY, words.length()));
  }

  /** Counts as written only when the server has confirmed it. */
  private final class Stored extends FilterOutputStream {
    private boolean closed;

    Stored(OutputStream data) {
      super(data);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      if (closed) {
        return;
      }
      closed = true;
      super.close();
      if (!client.completePendingCommand()) {
        throw new PlaceTrouble("The transfer was not completed: " + reply());
      }
    }
  }

  /** The bytes of a file; its end counts only when the server has confirmed it. */
  private final class Confirmed extends FilterInputStream {
    private boolean ended;

    Confirmed(InputStream data) {
      super(data);
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = ended ? -1 : super.read(into, from, length);
      if (read < 0 && !ended) {
        ended = true;
        super.close();
        if (!client.completePendingCommand()) {
          throw new PlaceTrouble("The transfer was not completed: " + reply());
        }
      }
      return read;
    }
  }
}
