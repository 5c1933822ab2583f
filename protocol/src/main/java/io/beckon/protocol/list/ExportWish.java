package io.beckon.protocol.list;

import io.beckon.protocol.selection.SelectionRuleId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a contact list is exported, and how it is written.
 *
 * @param selectionRule of the contacts, with those of their devices only that it selects; null: all
 */
public record ExportWish(
    List<ExportColumn> columns, ExportOptions options, @Nullable SelectionRuleId selectionRule) {
  public ExportWish {
    columns = List.copyOf(columns);
  }
}
