package io.beckon.protocol.list;

import io.beckon.protocol.selection.SelectionRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An upload rule as one import follows it, from its beginning to its end. */
public record Split(UploadRule.Kind kind, List<Part> parts) {
  /**
   * What one of the other lists takes.
   *
   * @param importId under which its rows are stored
   * @param quantity of rows, or of every hundred; 0 where a rule decides
   * @param rule of rows that it takes; null where a number decides
   */
  public record Part(
      ContactListId list, ImportId importId, int quantity, @Nullable SelectionRule rule) {}

  /** The row stays on the list that the file was sent to. */
  public static final int HERE = -1;

  public Split {
    parts = List.copyOf(parts);
  }

  /** Whether what a row holds decides, not how many came before. */
  public boolean byContent() {
    return kind == UploadRule.Kind.FIELD || kind == UploadRule.Kind.CUSTOM;
  }

  /**
   * The part that takes an accepted row.
   *
   * @param before accepted rows of the import that came before
   * @return its position, or {@link #HERE}
   */
  public int byCount(long before) {
    long place = kind == UploadRule.Kind.PERCENTAGE ? before % 100 : before;
    long end = 0;
    for (int i = 0; i < parts.size(); i++) {
      end += parts.get(i).quantity();
      if (place < end) {
        return i;
      }
    }
    return HERE;
  }
}
