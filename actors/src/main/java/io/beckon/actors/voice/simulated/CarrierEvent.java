package io.beckon.actors.voice.simulated;

import io.beckon.protocol.dialing.CallResult;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What the simulated carrier tells a gateway; one line each, fields divided by tabs. */
public sealed interface CarrierEvent {
  /** Answer to {@link CarrierRequest.Hello}: requests are taken from now on. */
  record Welcome() implements CarrierEvent {
    @Override
    public String line() {
      return "WELCOME\n";
    }
  }

  /** Answer to {@link CarrierRequest.Ping}. */
  record Pong() implements CarrierEvent {
    @Override
    public String line() {
      return "PONG\n";
    }
  }

  /** The call or message stands in calls.csv with this moment. */
  record Placed(String attempt, Instant at) implements CarrierEvent {
    @Override
    public String line() {
      return "PLACED\t" + attempt + "\t" + micros(at) + "\n";
    }
  }

  /** Somebody or something has taken the call. */
  record Answered(String attempt, Instant at, By by) implements CarrierEvent {
    @Override
    public String line() {
      return "ANSWERED\t" + attempt + "\t" + micros(at) + "\t" + by + "\n";
    }
  }

  /** Over, not by our wish. {@code ANSWER} after an answer: the person has hung up. */
  record Ended(String attempt, Instant at, CallResult result) implements CarrierEvent {
    @Override
    public String line() {
      return "ENDED\t" + attempt + "\t" + micros(at) + "\t" + result + "\n";
    }
  }

  /** A person has written back. Delivered again on another connection until confirmed. */
  record Reply(String reply, String tenant, String number, String text) implements CarrierEvent {
    @Override
    public String line() {
      return "REPLY\t" + reply + "\t" + tenant + "\t" + number + "\t" + text + "\n";
    }
  }

  /** Who answers a call. */
  enum By {
    PERSON,
    MACHINE,
    FAX
  }

  /** As it goes over the wire, line end included. */
  String line();

  /** Reads one line without its end; anything else is an {@link IllegalArgumentException}. */
  static CarrierEvent parse(String line) {
    String[] f = line.split("\t", -1);
    return switch (f[0] + f.length) {
      case "WELCOME1" -> new Welcome();
      case "PONG1" -> new Pong();
      case "PLACED3" -> new Placed(f[1], instant(f[2]));
      case "ANSWERED4" -> new Answered(f[1], instant(f[2]), By.valueOf(f[3]));
      case "ENDED4" -> new Ended(f[1], instant(f[2]), CallResult.valueOf(f[3]));
      case "REPLY5" -> new Reply(f[1], f[2], f[3], f[4]);
      default -> throw new IllegalArgumentException("not an event: " + f[0]);
    };
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  private static Instant instant(String micros) {
    return Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
  }
}
