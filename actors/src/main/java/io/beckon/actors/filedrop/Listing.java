package io.beckon.actors.filedrop;

import io.beckon.protocol.filedrop.DropSettings;
import io.beckon.protocol.filedrop.FileMask;
import io.beckon.protocol.filedrop.Marker;
import io.beckon.protocol.filedrop.TakenFiles.Seen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of a place, sorted by the settings of its source; each kind oldest first, for what a
 * later file says about a contact is what counts.
 *
 * @param whole those the mask admits, with their marker beside them where one is wanted
 * @param waiting those the mask admits whose marker is missing
 * @param specifications which say how others are read, and are no lists themselves
 * @param others how many more there are
 */
record Listing(List<Seen> whole, List<Seen> waiting, List<Seen> specifications, int others) {
  private static final Comparator<Seen> OLDEST_FIRST =
      Comparator.comparing(Seen::modified).thenComparing(Seen::path);
  private static final FileMask SPECIFIED = FileMask.of("*.{csv,CSV,txt,TXT}");

  static Listing of(List<Seen> all, DropSettings settings) {
    return of(all, settings, false);
  }

  /** Of a built-in folder: text beside which a specification lies is a list too. */
  static Listing ofBuiltIn(List<Seen> all, DropSettings settings) {
    return of(all, settings, true);
  }

  private static Listing of(List<Seen> unsorted, DropSettings settings, boolean specified) {
    var all = unsorted.stream().sorted(OLDEST_FIRST).toList();
    var mask = FileMask.of(settings.maskOrUsual());
    var names = all.stream().map(WatchedPlace::name).collect(Collectors.toSet());
    var marker = settings.marker() == null ? null : new Marker(settings.marker());
    var markers = markers(names, marker);
    var suffix = settings.afterOrUsual().suffix();
    var specifications =
        all.stream().filter(f -> Specification.isOne(WatchedPlace.name(f))).toList();
    List<Seen> whole = new ArrayList<>();
    List<Seen> waiting = new ArrayList<>();
    for (var file : all) {
      var name = WatchedPlace.name(file);
      boolean wanted =
          (mask.admits(name) || specified && isSpecified(name, specifications))
              && !Specification.isOne(name)
              && !markers.contains(name)
              && (suffix == null || !name.endsWith(suffix));
      if (wanted) {
        (marker == null || names.contains(marker.of(name)) ? whole : waiting).add(file);
      }
    }
    int others = all.size() - whole.size() - waiting.size();
    return new Listing(whole, waiting, specifications, others);
  }

  private static boolean isSpecified(String name, List<Seen> specifications) {
    return SPECIFIED.admits(name) && Specification.of(name, specifications).isPresent();
  }

  private static Set<String> markers(Set<String> names, @Nullable Marker marker) {
    return marker == null
        ? Set.of()
        : names.stream().map(marker::of).filter(names::contains).collect(Collectors.toSet());
  }
}
