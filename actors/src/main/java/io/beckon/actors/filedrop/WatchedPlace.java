package io.beckon.actors.filedrop;

import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.protocol.filedrop.TakenFiles.Seen;
import java.io.IOException;
import java.util.List;

/** A folder somewhere whose files can be listed and read. */
interface WatchedPlace {
  /** Regular files whose names the mask admits; blocking. */
  List<Seen> list() throws IOException;

  /** The bytes of a file; fails when they did not come whole. */
  Source<ByteString, ?> read(Seen file);

  static String name(Seen file) {
    return file.path().substring(file.path().lastIndexOf('/') + 1);
  }
}
