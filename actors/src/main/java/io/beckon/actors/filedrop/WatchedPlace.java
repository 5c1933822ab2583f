package io.beckon.actors.filedrop;

import io.beckon.protocol.filedrop.TakenFiles.Seen;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A folder somewhere. */
interface WatchedPlace {
  /** The folder itself, with a slash at its end. */
  String folder();

  /** Connects; blocking, like all that a visit does. */
  Visit visit(Patience patience) throws IOException;

  static String name(Seen file) {
    return file.path().substring(file.path().lastIndexOf('/') + 1);
  }

  /** How long a server may take to be there, and may then say nothing. */
  record Patience(Duration connect, Duration silence) {
    static final Patience USUAL = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(30));
    static final Patience SHORT = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(8));

    int connectMillis() {
      return Math.toIntExact(connect.toMillis());
    }

    int silenceMillis() {
      return Math.toIntExact(silence.toMillis());
    }
  }

  /** A connection for one errand. Paths are absolute. */
  interface Visit extends Closeable {
    /** All regular files of the folder that are not hidden. */
    List<Seen> list() throws IOException;

    /** Its end is read only when the file came whole; otherwise reading fails. */
    InputStream read(String path) throws IOException;

    /** Makes the file, or writes it anew. Closing fails unless it came whole. */
    OutputStream write(String path) throws IOException;

    Optional<Seen> find(String path) throws IOException;

    /** Also the folders above it that are missing. */
    void makeFolder(String path) throws IOException;

    void rename(String from, String to) throws IOException;

    void delete(String path) throws IOException;
  }
}
