package io.beckon.actors.voice.simulated;

import io.beckon.actors.voice.simulated.CallScript.Step;
import io.beckon.protocol.dialing.CallResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * The telephone network and message centre behind the simulated carrier: calls live here whatever
 * happens to the gateway that placed them. For one thread.
 */
final class Network {
  private final Clock clock;
  private final CallLedger ledger;
  private final Alarms alarms;
  private final ReplyBox replies;
  private final Map<String, NetworkCall> calls = new HashMap<>();

  Network(Clock clock, CallLedger ledger, Alarms alarms) {
    this.clock = clock;
    this.ledger = ledger;
    this.alarms = alarms;
    this.replies = new ReplyBox();
  }

  void joined(CarrierPeer peer) {
    peer.tell(new CarrierEvent.Welcome());
    replies.joined(peer);
  }

  void left(CarrierPeer peer) {
    replies.left(peer);
  }

  void place(CarrierPeer peer, CarrierRequest.Call call) {
    try {
      ledger.shown(call.attempt(), call.callerId());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    begin(peer, new Asked(call.attempt(), call.number(), call.group()), CallScript.ofCall(call));
  }

  void send(CarrierPeer peer, CarrierRequest.Text text) {
    CallScript script = CallScript.ofText(text);
    begin(peer, new Asked(text.attempt(), text.number(), text.group()), script);
    if (script.stops()) {
      Duration delay = text.settings().ring();
      alarms.in(delay, () -> replies.stop(peer, text.tenant(), text.number()));
    }
  }

  void hangUp(String attempt) {
    NetworkCall call = calls.remove(attempt);
    if (call != null) {
      call.end();
    }
  }

  /** The person talks to an agent for a while and then hangs up. */
  void bridge(String attempt, Duration handle) {
    NetworkCall call = calls.get(attempt);
    if (call != null && !call.bridged()) {
      call.bridge();
      alarms.in(handle, () -> end(call, CallResult.ANSWER));
    }
  }

  void confirm(String reply) {
    replies
        .confirmed(reply)
        .ifPresent(
            number -> {
              try {
                ledger.confirmed(now(), number, reply);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  int open() {
    return calls.size();
  }

  private record Asked(String attempt, String number, String group) {}

  /** Written down first; only then anything happens. */
  private void begin(CarrierPeer peer, Asked asked, CallScript script) {
    Instant at = now();
    try {
      ledger.placed(at, asked.number, asked.group, asked.attempt, peer.node());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (script.silent()) {
      return;
    }
    NetworkCall call = new NetworkCall(asked.attempt, peer, script);
    calls.put(asked.attempt, call);
    tell(call, new CarrierEvent.Placed(asked.attempt, at));
    for (Step step : script.steps()) {
      if (step.after().isZero()) {
        take(call, step);
      } else {
        alarms.in(step.after(), () -> take(call, step));
      }
    }
  }

  private void take(NetworkCall call, Step step) {
    if (call.over() || (step.untilBridged() && call.bridged())) {
      return;
    }
    if (step.answered() != null) {
      tell(call, new CarrierEvent.Answered(call.attempt, now(), step.answered()));
    }
    if (step.ended() != null) {
      end(call, step.ended());
    }
  }

  private void end(NetworkCall call, CallResult result) {
    if (!call.over()) {
      call.end();
      calls.remove(call.attempt, call);
      tell(call, new CarrierEvent.Ended(call.attempt, now(), result));
    }
  }

  private static void tell(NetworkCall call, CarrierEvent event) {
    call.peer.tell(event);
    if (call.script.twice()) {
      call.peer.tell(event);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
