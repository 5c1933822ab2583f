package io.beckon.actors.filedrop;

import akka.NotUsed;
import akka.stream.ActorAttributes;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.actors.filedrop.WatchedPlace.Patience;
import io.beckon.actors.filedrop.WatchedPlace.Visit;
import io.beckon.protocol.filedrop.TakenFiles.Seen;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The bytes of a file on their way; fails when they did not come whole. */
final class Download {
  private static final int BUFFER = 64 * 1024;

  private final Visit visit;
  private final InputStream stream;
  private final byte[] buffer = new byte[BUFFER];

  private Download(Visit visit, InputStream stream) {
    this.visit = visit;
    this.stream = stream;
  }

  static Source<ByteString, NotUsed> of(WatchedPlace place, Seen file) {
    return Source.unfoldResource(() -> open(place, file), Download::next, Download::close)
        .withAttributes(ActorAttributes.dispatcher("akka.actor.default-blocking-io-dispatcher"));
  }

  private static Download open(WatchedPlace place, Seen file) throws IOException {
    var visit = place.visit(Patience.USUAL);
    try {
      return new Download(visit, visit.read(file.path()));
    } catch (IOException e) {
      visit.close();
      throw e;
    }
  }

  private Optional<ByteString> next() throws IOException {
    int read = stream.read(buffer);
    return read < 0 ? Optional.empty() : Optional.of(ByteString.fromArray(buffer, 0, read));
  }

  private void close() throws IOException {
    visit.close();
  }
}
