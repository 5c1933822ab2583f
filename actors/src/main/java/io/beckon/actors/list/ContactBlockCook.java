package io.beckon.actors.list;

import io.beckon.protocol.list.ContactChunk;
import io.beckon.protocol.list.ContactCook;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedRow;
import io.beckon.protocol.list.LoadTerms;
import io.beckon.protocol.list.RowIssue;
import java.util.ArrayList;
import java.util.List;

/** Cooks blocks of a contact file. */
record ContactBlockCook(BlockFields fields, ContactCook cook, LoadTerms terms) {
  ContactChunk cook(TextBlock block) {
    List<CookedContact> contacts = new ArrayList<>(block.pieces().size());
    List<RowIssue> rejects = new ArrayList<>();
    List<RowIssue> warnings = new ArrayList<>();
    for (var row : fields.read(block)) {
      if (row.issue() != null) {
        rejects.add(row.issue());
        continue;
      }
      var cooked = cook.cook(row.row(), row.line(), row.fields());
      if (cooked instanceof CookedRow.Good good) {
        contacts.add(good.contact());
        warnings.addAll(good.warnings());
      } else if (cooked instanceof CookedRow.Bad bad) {
        rejects.add(bad.issue());
      }
    }
    return new ContactChunk(block.span(), terms, contacts, rejects, warnings);
  }
}
