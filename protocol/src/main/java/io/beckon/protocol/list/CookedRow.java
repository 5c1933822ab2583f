package io.beckon.protocol.list;

import java.util.List;

/** What became of one row before anybody looked for duplicates. */
public sealed interface CookedRow {
  /** It can be stored, perhaps without some of its devices. */
  record Good(CookedContact contact, List<RowIssue> warnings) implements CookedRow {}

  record Bad(RowIssue issue) implements CookedRow {}
}
