package io.beckon.actors.filedrop;

import io.beckon.actors.filedrop.WatchedPlace.Patience;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.filedrop.TakenFiles.Seen;
import io.beckon.protocol.list.DataMapping;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.SpcReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * The specification file that lies beside a file and says how it is read: {@code x.csv.gz.spc},
 * {@code x.csv.spc} or {@code x.spc} for {@code x.csv.gz}, whichever is there first. It is no list
 * itself and stays where it is, for the next file of that name.
 */
record Specification(Seen file) {
  private static final String SUFFIX = ".spc";
  private static final int LONGEST = 1 << 20;

  static boolean isOne(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(SUFFIX);
  }

  static Optional<Specification> of(String name, Collection<Seen> all) {
    for (var stem = name; !stem.isEmpty(); stem = withoutExtension(stem)) {
      var wanted = stem + SUFFIX;
      var found =
          all.stream().filter(f -> WatchedPlace.name(f).equalsIgnoreCase(wanted)).findFirst();
      if (found.isPresent()) {
        return found.map(Specification::new);
      }
    }
    return Optional.empty();
  }

  private static String withoutExtension(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : "";
  }

  /** What is wrong with it is refused, and so is the file that it is for. Blocking. */
  DataMapping read(WatchedPlace place, ImportKind kind) {
    try {
      return whole(place, kind);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DataMapping whole(WatchedPlace place, ImportKind kind) throws IOException {
    var name = WatchedPlace.name(file);
    if (file.bytes() > LONGEST) {
      throw new PlaceTrouble.Refused(name + " is no specification: it has more than 1 MiB.");
    }
    try (var visit = place.visit(Patience.USUAL);
        var stream = visit.read(file.path())) {
      var bytes = stream.readNBytes(LONGEST + 1);
      var own = name.substring(0, name.length() - SUFFIX.length());
      var mapping = SpcReader.read(bytes, own.isBlank() ? name : own, kind);
      if (mapping.kind() != kind) {
        throw new PlaceTrouble.Refused(
            name + " is for " + mapping.kind() + " files; this place takes " + kind + " files.");
      }
      return mapping;
    } catch (RefusedException e) {
      throw new PlaceTrouble.Refused(name + ": " + e.refusal().detail());
    }
  }
}
