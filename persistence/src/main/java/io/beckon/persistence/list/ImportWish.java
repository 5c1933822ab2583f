package io.beckon.persistence.list;

import io.beckon.persistence.JsonColumn;
import io.beckon.persistence.selection.SelectionRuleRows;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ImportMode;
import io.beckon.protocol.list.NewImport;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Looks whether what an import asks for can be had, before it is kept. */
final class ImportWish {
  private ImportWish() {}

  static void check(Handle handle, NewImport wish) {
    boolean builtIn =
        wish.list().kind() == ImportKind.SUPPRESSION
            && wish.options().modeOrUsual() == ImportMode.REPLACE
            && handle
                .createQuery("SELECT built_in IS NOT NULL FROM suppression_list WHERE list_id = ?")
                .bind(0, wish.list().listId())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    if (builtIn) {
      throw new RefusedException(
          Refusal.conflict(
              "OPT_OUTS_STAY",
              "The list of opt-outs holds what people have asked for; a file cannot replace it.",
              "Import with mode APPEND, or remove single entries."));
    }
  }

  /** The selection rule as it is now, as JSON; null when the import has none. */
  static @Nullable String selection(Handle handle, NewImport wish) {
    var rule =
        SelectionRuleRows.named(handle, wish.list().tenant(), wish.options().selectionRule());
    return rule == null ? null : JsonColumn.write(rule);
  }
}
