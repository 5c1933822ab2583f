package io.beckon.protocol.campaign;

import io.beckon.protocol.device.Channel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link GroupSettings} refuses, and in which words. */
final class GroupChecks {
  private GroupChecks() {}

  static void name(@Nullable String name) {
    Checks.that(
        name != null && !name.isBlank() && name.length() <= 128,
        "name",
        "must have 1 to 128 characters"
            + (name == null ? ", is missing" : ", was \"" + name + "\""));
  }

  static void mode(Channel channel, @Nullable GroupMode mode) {
    if (channel == Channel.VOICE) {
      Checks.that(
          mode == GroupMode.PROGRESSIVE, "mode", "must be PROGRESSIVE for VOICE, was " + mode);
    } else {
      Checks.that(mode == null, "mode", "must be null for " + channel + ", was " + mode);
      Checks.that(
          channel == Channel.SMS,
          "channel",
          "must be VOICE or SMS: no carrier for " + channel + " is set up here");
    }
  }

  static void carrier(String carrierId) {
    Checks.that(
        carrierId.equals("simulated"),
        "carrierId",
        "must be simulated, the only carrier here, was \"" + carrierId + "\"");
  }

  static void lists(@Nullable List<WeightedList> lists) {
    List<WeightedList> some =
        Checks.present(lists, "lists", "is missing; name at least one contact list");
    Checks.that(!some.isEmpty(), "lists", "must name at least one contact list");
    long different = some.stream().map(WeightedList::id).distinct().count();
    Checks.that(different == some.size(), "lists", "must name each contact list once");
  }
}
