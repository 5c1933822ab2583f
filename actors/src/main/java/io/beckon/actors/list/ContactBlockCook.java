package io.beckon.actors.list;

import io.beckon.protocol.list.ContactChunk;
import io.beckon.protocol.list.ContactCook;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedRow;
import io.beckon.protocol.list.LoadTerms;
import io.beckon.protocol.list.RowIssue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cooks blocks of a contact file. */
record ContactBlockCook(
    RowFields fields,
    ContactCook cook,
    LoadTerms terms,
    @Nullable RowFilter filter,
    @Nullable PartChoice choice) {
  ContactChunk cook(TextBlock block) {
    List<CookedContact> contacts = new ArrayList<>(block.pieces().size());
    List<RowIssue> rejects = new ArrayList<>();
    List<RowIssue> filtered = new ArrayList<>();
    List<RowIssue> warnings = new ArrayList<>();
    Map<Long, Integer> places = choice == null ? Map.of() : new HashMap<>();
    for (var row : fields.read(block)) {
      if (row.issue() != null) {
        rejects.add(row.issue());
        continue;
      }
      var cooked = cooked(row);
      if (cooked instanceof CookedRow.Good good) {
        contacts.add(good.contact());
        if (choice != null) {
          places.put(row.row(), choice.of(good.contact()));
        }
        warnings.addAll(good.warnings());
      } else if (cooked instanceof CookedRow.Bad bad) {
        if (bad.issue().code().isFiltered()) {
          filtered.add(bad.issue());
        } else {
          rejects.add(row.explained(bad.issue()));
        }
      }
    }
    return new ContactChunk(block.span(), terms, contacts, rejects, filtered, warnings, places);
  }

  private CookedRow cooked(ReadRow row) {
    var cooked = cook.cook(row.row(), row.line(), row.fields());
    return filter != null && cooked instanceof CookedRow.Good good ? filter.apply(good) : cooked;
  }
}
