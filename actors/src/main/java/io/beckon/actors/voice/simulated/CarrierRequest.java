package io.beckon.actors.voice.simulated;

import io.beckon.protocol.dialing.CarrierSettings;
import java.time.Duration;

/** What a gateway asks of the simulated carrier; one line each, fields divided by tabs. */
public sealed interface CarrierRequest {
  /** First line of every connection: which node is speaking. */
  record Hello(String node) implements CarrierRequest {
    @Override
    public String line() {
      return "HELLO\t" + node + "\n";
    }
  }

  /** Asks for a sign of life; answered by {@link CarrierEvent.Pong}. */
  record Ping() implements CarrierRequest {
    @Override
    public String line() {
      return "PING\n";
    }
  }

  /**
   * Place a call.
   *
   * @param callerId what the called person is shown; empty: nothing
   */
  record Call(
      String attempt, String number, String group, CarrierSettings settings, String callerId)
      implements CarrierRequest {
    @Override
    public String line() {
      return String.join("\t", "CALL", attempt, number, group, shares(settings), callerId) + "\n";
    }
  }

  /** Send a message. The tenant comes back with a reply. */
  record Text(String attempt, String number, String group, String tenant, CarrierSettings settings)
      implements CarrierRequest {
    @Override
    public String line() {
      return String.join("\t", "TEXT", attempt, number, group, tenant, shares(settings)) + "\n";
    }
  }

  /** The caller ends the call, in whatever state it is. */
  record HangUp(String attempt) implements CarrierRequest {
    @Override
    public String line() {
      return "HANGUP\t" + attempt + "\n";
    }
  }

  /** An agent is on the line: the person talks for this long and then hangs up. */
  record Bridge(String attempt, Duration handle) implements CarrierRequest {
    @Override
    public String line() {
      return "BRIDGE\t" + attempt + "\t" + handle.toMillis() + "\n";
    }
  }

  /** The reply has been acted upon: tell the person so, and do not deliver it again. */
  record Confirm(String reply) implements CarrierRequest {
    @Override
    public String line() {
      return "CONFIRM\t" + reply + "\n";
    }
  }

  /** As it goes over the wire, line end included. */
  String line();

  /** Reads one line without its end; anything else is an {@link IllegalArgumentException}. */
  static CarrierRequest parse(String line) {
    String[] f = line.split("\t", -1);
    return switch (f[0]) {
      case "HELLO" -> new Hello(field(f, 1));
      case "PING" -> new Ping();
      case "CALL" ->
          new Call(
              field(f, 1), field(f, 2), field(f, 3), settings(f, 4), f.length > 12 ? f[12] : "");
      case "TEXT" -> new Text(field(f, 1), field(f, 2), field(f, 3), field(f, 4), settings(f, 5));
      case "HANGUP" -> new HangUp(field(f, 1));
      case "BRIDGE" -> new Bridge(field(f, 1), millis(f, 2));
      case "CONFIRM" -> new Confirm(field(f, 1));
      default -> throw new IllegalArgumentException("not a request: " + f[0]);
    };
  }

  private static String shares(CarrierSettings s) {
    return s.answer()
        + "\t"
        + s.busy()
        + "\t"
        + s.noAnswer()
        + "\t"
        + s.machine()
        + "\t"
        + s.ring().toMillis()
        + "\t"
        + s.noAnswerAfter().toMillis()
        + "\t"
        + s.handle().toMillis()
        + "\t"
        + s.seed();
  }

  private static CarrierSettings settings(String[] f, int from) {
    return new CarrierSettings(
        Double.parseDouble(field(f, from)),
        Double.parseDouble(field(f, from + 1)),
        Double.parseDouble(field(f, from + 2)),
        Double.parseDouble(field(f, from + 3)),
        millis(f, from + 4),
        millis(f, from + 5),
        millis(f, from + 6),
        Long.parseLong(field(f, from + 7)));
  }

  private static Duration millis(String[] f, int i) {
    return Duration.ofMillis(Long.parseLong(field(f, i)));
  }

  private static String field(String[] f, int i) {
    if (i >= f.length) {
      throw new IllegalArgumentException(f[0] + " lacks field " + i);
    }
    return f[i];
  }
}
