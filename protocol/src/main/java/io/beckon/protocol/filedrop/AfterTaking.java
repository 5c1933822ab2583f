package io.beckon.protocol.filedrop;

import io.beckon.protocol.InvalidField;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a file at its place once its content is staged and its import recorded.
 *
 * <p>What another action would need is dropped, so that a patch may name the new action alone.
 *
 * @param folder of MOVE: below the watched folder, or absolute; made if it is missing
 * @param suffix of RENAME: put behind the name; files that have it are not taken
 */
public record AfterTaking(Action action, @Nullable String folder, @Nullable String suffix) {
  public static final AfterTaking LEAVE = new AfterTaking(Action.LEAVE, null, null);
  private static final int LONGEST = 200;

  /** What is done. */
  public enum Action {
    LEAVE,
    MOVE,
    RENAME,
    DELETE
  }

  public AfterTaking {
    folder = action == Action.MOVE ? folder : null;
    suffix = action == Action.RENAME ? suffix : null;
    if (action == Action.MOVE && folder == null) {
      throw new InvalidField("after.folder", "is missing; say where files are moved to");
    }
    if (action == Action.RENAME && suffix == null) {
      throw new InvalidField("after.suffix", "is missing; say what is put behind the name");
    }
    if (folder != null && !isFolder(folder)) {
      throw new InvalidField(
          "after.folder", "must name a folder like done or /archive/lists, was " + folder);
    }
    if (suffix != null && (!isText(suffix) || suffix.contains("/"))) {
      throw new InvalidField("after.suffix", "must be the end of a name like .done, was " + suffix);
    }
  }

  private static boolean isFolder(String text) {
    var steps = (text.startsWith("/") ? text.substring(1) : text).split("/", -1);
    return isText(text)
        && Arrays.stream(steps).noneMatch(s -> s.isBlank() || s.equals(".") || s.equals(".."));
  }

  private static boolean isText(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST
        && text.chars().noneMatch(Character::isISOControl);
  }
}
