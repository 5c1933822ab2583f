package io.beckon.actors.list.prepare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.Record;

/** Finds the first visible sheet with content; tabs need not lie in the file in their order. */
final class XlsSheets extends XlsRecords {
  private final List<BoundSheetRecord> tabs = new ArrayList<>();
  private final Set<Integer> filled = new HashSet<>();

  @Override
  void cell(int sheet, int row, int column, String text) {
    if (!text.isBlank()) {
      filled.add(sheet);
    }
  }

  @Override
  void other(Record record) {
    if (record instanceof BoundSheetRecord tab) {
      tabs.add(tab);
    }
  }

  /** How many sheets lie before it in the file. */
  int chosen() {
    var lying = new ArrayList<>(tabs);
    lying.sort(Comparator.comparingInt(BoundSheetRecord::getPositionOfBof));
    return tabs.stream()
        .filter(tab -> !tab.isHidden() && !tab.isVeryHidden())
        .map(lying::indexOf)
        .filter(filled::contains)
        .findFirst()
        .orElseThrow(() -> Refusals.empty("No visible sheet of the workbook holds anything."));
  }
}
