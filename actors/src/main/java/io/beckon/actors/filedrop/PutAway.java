package io.beckon.actors.filedrop;

import io.beckon.actors.filedrop.WatchedPlace.Visit;
import io.beckon.protocol.filedrop.AfterTaking;
import io.beckon.protocol.filedrop.DropSettings;
import io.beckon.protocol.filedrop.Marker;
import io.beckon.protocol.filedrop.TakenFiles.Seen;
import java.io.IOException;

/**
 * Moves, renames or deletes a file whose content is taken, if it still is the file that was taken.
 * Its marker goes first, for a marker left alone would call the next file of this name whole.
 */
final class PutAway {
  private final Visit visit;
  private final String folder;
  private final DropSettings settings;

  PutAway(Visit visit, String folder, DropSettings settings) {
    this.visit = visit;
    this.folder = folder;
    this.settings = settings;
  }

  void put(Seen file) throws IOException {
    if (visit.find(file.path()).filter(file::equals).isEmpty()) {
      return; // gone, or replaced by one that a later look takes
    }
    var after = settings.afterOrUsual();
    if (after.action() != AfterTaking.Action.LEAVE) {
      removeMarker(file);
    }
    switch (after.action()) {
      case LEAVE -> {}
      case DELETE -> visit.delete(file.path());
      case RENAME -> visit.rename(file.path(), renamed(file, String.valueOf(after.suffix())));
      case MOVE -> move(file, String.valueOf(after.folder()));
    }
  }

  private void removeMarker(Seen file) throws IOException {
    if (settings.marker() == null) {
      return;
    }
    var marker = folder + new Marker(settings.marker()).of(WatchedPlace.name(file));
    if (visit.find(marker).isPresent()) {
      visit.delete(marker);
    }
  }

  private void move(Seen file, String into) throws IOException {
    var target = into.startsWith("/") ? into : folder + into;
    visit.makeFolder(target);
    var name = WatchedPlace.name(file);
    int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
    visit.rename(file.path(), free(target + "/" + name.substring(0, dot), name.substring(dot)));
  }

  private String renamed(Seen file, String suffix) throws IOException {
    return free(file.path(), suffix);
  }

  /** A name that nothing has yet: earlier files stay. */
  private String free(String before, String end) throws IOException {
    var name = before + end;
    for (int n = 2; visit.find(name).isPresent(); n++) {
      name = before + "." + n + end;
    }
    return name;
  }
}
