package io.beckon.persistence.compliance;

import io.beckon.protocol.compliance.ReservationStore.Entry;
import io.beckon.protocol.compliance.ReservationStore.Observation;
import io.beckon.protocol.compliance.ReservationStore.Tally;
import io.beckon.protocol.compliance.ReservationStore.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads what check.lua answers. */
final class CheckAnswer {
  private CheckAnswer() {}

  static Observation read(List<?> answer) {
    return switch (text(answer, 0)) {
      case "S" -> seen(answer);
      case "V" -> new Observation.Unknown(Trouble.OLD_RULES, Long.parseLong(text(answer, 1)));
      case "C" -> new Observation.Unknown(Trouble.CLOCK, 0);
      default -> new Observation.Unknown(Trouble.REBUILDING, 0);
    };
  }

  private static Observation seen(List<?> answer) {
    List<Entry> entries =
        ((List<?>) answer.get(4)).stream().map(e -> RedisKeys.readEntry(e.toString())).toList();
    return new Observation.Seen(
        Instant.ofEpochMilli(Long.parseLong(text(answer, 1))),
        text(answer, 2).equals("1"),
        entries,
        tallies((List<?>) answer.get(5)),
        text(answer, 3).equals("1"));
  }

  private static List<Tally> tallies(List<?> flat) {
    List<Tally> result = new ArrayList<>();
    for (int i = 0; i < flat.size(); i += 2) {
      String decisive = text(flat, i + 1);
      result.add(
          new Tally(
              Integer.parseInt(text(flat, i)),
              decisive.isEmpty() ? null : Instant.ofEpochMilli(Long.parseLong(decisive))));
    }
    return result;
  }

  private static String text(List<?> list, int index) {
    return String.valueOf(list.get(index));
  }
}
