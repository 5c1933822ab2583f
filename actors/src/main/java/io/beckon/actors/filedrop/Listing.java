package io.beckon.actors.filedrop;

import io.beckon.protocol.filedrop.DropSettings;
import io.beckon.protocol.filedrop.FileMask;
import io.beckon.protocol.filedrop.Marker;
import io.beckon.protocol.filedrop.TakenFiles.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of a place, sorted by the settings of its source.
 *
 * @param whole those the mask admits, with their marker beside them where one is wanted
 * @param waiting those the mask admits whose marker is missing
 * @param others how many more there are
 */
record Listing(List<Seen> whole, List<Seen> waiting, int others) {
  static Listing of(List<Seen> all, DropSettings settings) {
    var mask = FileMask.of(settings.maskOrUsual());
    var names = all.stream().map(WatchedPlace::name).collect(Collectors.toSet());
    var marker = settings.marker() == null ? null : new Marker(settings.marker());
    var markers = markers(names, marker);
    var suffix = settings.afterOrUsual().suffix();
    List<Seen> whole = new ArrayList<>();
    List<Seen> waiting = new ArrayList<>();
    for (var file : all) {
      var name = WatchedPlace.name(file);
      boolean wanted =
          mask.admits(name)
              && !markers.contains(name)
              && (suffix == null || !name.endsWith(suffix));
      if (wanted) {
        (marker == null || names.contains(marker.of(name)) ? whole : waiting).add(file);
      }
    }
    return new Listing(whole, waiting, all.size() - whole.size() - waiting.size());
  }

  private static Set<String> markers(Set<String> names, @Nullable Marker marker) {
    return marker == null
        ? Set.of()
        : names.stream().map(marker::of).filter(names::contains).collect(Collectors.toSet());
  }
}
