package io.beckon.http.reference;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.reference.ZoneMap;
import java.util.ArrayList;
import java.util.List;

/**
 * A zone map as CSV: {@code countryCode,areaCode,zone} in the first line, an entry in every other.
 */
final class ZoneMapCsv {
  private static final String HEADER = "countryCode,areaCode,zone";

  private ZoneMapCsv() {}

  static List<ZoneMap.Entry> read(String text) {
    var lines = text.replace("\uFEFF", "").lines().toList();
    if (lines.isEmpty() || !lines.get(0).strip().equalsIgnoreCase(HEADER)) {
      throw new InvalidField("entries", "must begin with the line " + HEADER);
    }
    List<ZoneMap.Entry> entries = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        entries.add(entry(i + 1, lines.get(i)));
      }
    }
    return entries;
  }

  private static ZoneMap.Entry entry(int line, String text) {
    var fields = text.split("[,;]", -1);
    if (fields.length != 3) {
      throw new InvalidField("entries", "must have 3 fields a line; line " + line + " has not");
    }
    try {
      return new ZoneMap.Entry(fields[0], fields[1], fields[2]);
    } catch (InvalidField e) {
      throw new InvalidField("entries", "are wrong in line " + line + ": " + e.getMessage());
    }
  }
}
