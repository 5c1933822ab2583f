package io.beckon.actors.list.prepare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The number formats that cells name by the number of their style. */
final class Styles {
  /** As many as Excel allows. */
  private static final int MOST = 64_000;

  private final List<CellFormat> formats = new ArrayList<>();

  static Styles none() {
    return new Styles();
  }

  static Styles of(XmlPart part) throws IOException {
    var styles = new Styles();
    Map<Integer, String> own = new HashMap<>();
    boolean ofCells = false;
    while (part.next()) {
      if (part.begins("numFmt") && own.size() < MOST) {
        own.put(number(part, "numFmtId"), part.attribute("formatCode", ""));
      } else if (part.begins("cellXfs") || part.ends("cellXfs")) {
        ofCells = part.begins("cellXfs");
      } else if (ofCells && part.begins("xf") && styles.formats.size() < MOST) {
        int id = number(part, "numFmtId");
        styles.formats.add(CellFormat.of(id, own.get(id)));
      }
    }
    return styles;
  }

  CellFormat format(int style) {
    return style >= 0 && style < formats.size() ? formats.get(style) : CellFormat.GENERAL;
  }

  private static int number(XmlPart part, String attribute) {
    return Numbers.whole(part.attribute(attribute, "0"));
  }
}
