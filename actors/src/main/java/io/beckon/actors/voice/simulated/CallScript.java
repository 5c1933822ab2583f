package io.beckon.actors.voice.simulated;

import io.beckon.actors.voice.simulated.CarrierEvent.By;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.dialing.CarrierSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the network will do with one call or message: the table of the simulated carrier, by the
 * last two digits of the number.
 *
 * @param silent no reaction of any kind
 * @param twice each event is reported twice
 * @param stops the person replies STOP
 */
record CallScript(List<Step> steps, boolean silent, boolean twice, boolean stops) {
  /** How long a person listens to silence before hanging up. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How long a machine or fax stays on the line. */
  static final Duration RECORDING = Duration.ofSeconds(30);

  /**
   * One event, counted from placing: answered by somebody, or ended with a result.
   *
   * @param untilBridged left out once an agent is on the line
   */
  record Step(
      Duration after, @Nullable By answered, @Nullable CallResult ended, boolean untilBridged) {}

  CallScript {
    steps = List.copyOf(steps);
  }

  static CallScript ofCall(CarrierRequest.Call call) {
    CarrierSettings s = call.settings();
    String ending = ending(call.number());
    List<Step> steps =
        switch (ending) {
          case "00" -> List.of(ends(s.ring(), CallResult.BUSY));
          case "01" -> List.of(ends(s.noAnswerAfter(), CallResult.NO_ANSWER));
          case "02" -> machine(s);
          case "03" -> taken(s.ring(), By.FAX, RECORDING, CallResult.FAX_DETECTED);
          case "04" -> List.of(ends(Duration.ZERO, CallResult.SIT_INVALID_NUM));
          case "05" -> taken(s.ring(), By.PERSON, Duration.ZERO, CallResult.ANSWER);
          case "06" -> List.of(ends(Duration.ZERO, CallResult.ALL_TRUNKS_BUSY));
          case "07" -> List.of();
          default -> byShare(s, chance(s.seed(), call.attempt()));
        };
    return new CallScript(steps, ending.equals("07"), ending.equals("08"), false);
  }

  static CallScript ofText(CarrierRequest.Text text) {
    CarrierSettings s = text.settings();
    String ending = ending(text.number());
    List<Step> steps =
        switch (ending) {
          case "00", "04" -> List.of(ends(s.ring(), CallResult.UNDELIVERED));
          case "01" -> List.of(ends(s.noAnswerAfter(), CallResult.EXPIRED));
          case "06" -> List.of(ends(Duration.ZERO, CallResult.REJECTED));
          case "07" -> List.of();
          default -> List.of(ends(s.ring(), CallResult.DELIVERED));
        };
    return new CallScript(steps, ending.equals("07"), ending.equals("08"), ending.equals("05"));
  }

  private static List<Step> byShare(CarrierSettings s, double chance) {
    double busy = s.answer() + s.busy();
    double noAnswer = busy + s.noAnswer();
    if (chance >= s.answer() && chance < busy) {
      return List.of(ends(s.ring(), CallResult.BUSY));
    }
    if (chance >= busy && chance < noAnswer) {
      return List.of(ends(s.noAnswerAfter(), CallResult.NO_ANSWER));
    }
    if (chance >= noAnswer && chance < noAnswer + s.machine()) {
      return machine(s);
    }
    return taken(s.ring(), By.PERSON, PATIENCE, CallResult.ANSWER);
  }

  private static List<Step> machine(CarrierSettings s) {
    return taken(s.ring(), By.MACHINE, RECORDING, CallResult.ANSWERING_MACHINE);
  }

  private static List<Step> taken(Duration ring, By by, Duration stays, CallResult result) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(ring, by, null, false));
    steps.add(new Step(ring.plus(stays), null, result, !stays.isZero()));
    return steps;
  }

  private static Step ends(Duration after, CallResult result) {
    return new Step(after, null, result, false);
  }

  private static String ending(String number) {
    return number.substring(Math.max(0, number.length() - 2));
  }

  /** 0 to 1, the same for the same seed and attempt: the finaliser of SplitMix64 over both. */
  static double chance(long seed, String attempt) {
    UUID id = UUID.fromString(attempt);
    long h = mix(mix(seed + 0x9e3779b97f4a7c15L) ^ id.getMostSignificantBits());
    return (mix(h ^ id.getLeastSignificantBits()) >>> 11) * 0x1.0p-53;
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
