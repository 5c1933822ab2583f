package io.beckon.actors.voice;

import io.beckon.actors.voice.CallState.Checking;
import io.beckon.actors.voice.CallState.Over;
import io.beckon.actors.voice.CallState.Ringing;
import io.beckon.actors.voice.CallState.Sent;
import io.beckon.actors.voice.CallState.Talking;
import io.beckon.actors.voice.CallState.Waiting;
import io.beckon.actors.voice.Switchboard.Entry;
import io.beckon.actors.voice.simulated.CarrierEvent;
import io.beckon.protocol.compliance.PlacementGuard.Answer;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.dialing.CarrierSettings;
import io.beckon.protocol.dialing.GatewayCommand.Adopt;
import io.beckon.protocol.dialing.GatewayCommand.Place;
import io.beckon.protocol.dialing.GatewayReport;
import io.beckon.protocol.dialing.GatewayReport.NotKnown;
import io.beckon.protocol.dialing.GatewayReport.NotPlaced;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Takes each attempt from {@code Place} to its stored final report. Holds the two promises of a
 * gateway: nothing is placed twice, and nothing is placed more than a second after it was allowed.
 */
final class CallDesk {
  /** Invariant 1: a {@code Place} older than this is refused. */
  static final Duration YOUNG = Duration.ofSeconds(1);

  /** No reaction for this long ends an attempt as unknown. */
  static final Duration SILENCE = Duration.ofSeconds(10);

  /** 47 CFR 64.1200(a)(7): a live person is connected within two seconds of the greeting. */
  static final Duration SAFE_HARBOUR = Duration.ofSeconds(2);

  static final Duration RESEND = Duration.ofSeconds(1);

  /** More than any node can have in hand; bounds memory when sessions are away for long. */
  private static final int MOST_IN_HAND = 100_000;

  private final Clock clock;
  private final Outlets outlets;
  private final CarrierLine line = new CarrierLine();
  private final Switchboard board = new Switchboard();
  private final Set<AttemptId> toReport = new LinkedHashSet<>();

  CallDesk(Clock clock, Outlets outlets) {
    this.clock = clock;
    this.outlets = outlets;
  }

  CarrierLine line() {
    return line;
  }

  int inHand() {
    return board.size();
  }

  /** True when the guard must look at it next; else it has been answered or is known already. */
  boolean accepts(Place place) {
    Instant now = clock.instant();
    if (!board.firstSeen(place.attempt(), now)) {
      board.find(place.attempt()).ifPresent(this::report);
      return false;
    }
    if (!line.isUp() || board.size() >= MOST_IN_HAND) {
      refuse(place, "NO_CONNECTION", now);
      return false;
    }
    board.put(place, new Checking(), now.plus(YOUNG));
    return true;
  }

  /** The last steps before the socket: guard, connection, age, first byte. */
  void looked(AttemptId attempt, Answer answer) {
    Entry entry = board.find(attempt).orElse(null);
    if (entry == null || !(entry.state() instanceof Checking)) {
      return;
    }
    Place place = entry.place();
    String request = CarrierLine.request(place);
    Instant now = clock.instant();
    if (answer != Answer.PLACE) {
      refuse(place, answer.name(), now);
    } else if (!line.isUp()) {
      refuse(place, "NO_CONNECTION", now);
    } else if (Duration.between(place.authorisedAt(), now).abs().compareTo(YOUNG) > 0) {
      refuse(place, "LATE", now);
    } else if (line.offer(request)) {
      board.put(place, new Sent(now), now.plus(SILENCE));
    } else {
      refuse(place, "NO_CONNECTION", clock.instant());
    }
  }

  /** One event of the network; what it changes is reported by {@link #report()}. */
  void heard(CarrierEvent event) {
    if (event instanceof CarrierEvent.Placed placed) {
      board.find(AttemptId.parse(placed.attempt())).ifPresent(e -> placed(e, placed));
    } else if (event instanceof CarrierEvent.Answered answered) {
      board.find(AttemptId.parse(answered.attempt())).ifPresent(e -> answered(e, answered));
    } else if (event instanceof CarrierEvent.Ended ended) {
      board.find(AttemptId.parse(ended.attempt())).ifPresent(e -> ended(e, ended));
    }
  }

  /** One report for each attempt that has changed, however many events there were. */
  void report() {
    toReport.forEach(attempt -> board.find(attempt).ifPresent(this::report));
    toReport.clear();
  }

  void assigned(AttemptId attempt) {
    Entry entry = board.find(attempt).orElse(null);
    if (entry == null) {
      return;
    }
    if (entry.state() instanceof Waiting waiting) {
      Duration handle = entry.place().settings().handle();
      line.bridge(attempt, handle);
      Talking talking = waiting.connected();
      report(board.put(entry.place(), talking, clock.instant().plus(handle).plus(SILENCE)));
    } else if (entry.state() instanceof Over) {
      outlets.agents().done(entry.place().session(), attempt);
    }
  }

  void stored(AttemptId attempt) {
    board.stored(attempt);
  }

  /** What is not known here is now known as never to be placed. */
  void adopt(Adopt adopt) {
    for (AttemptId attempt : adopt.attempts()) {
      Entry entry = board.find(attempt).orElse(null);
      if (entry != null) {
        report(entry);
      } else {
        board.firstSeen(attempt, clock.instant());
        outlets.tell(adopt.session(), new NotKnown(attempt));
      }
    }
  }

  void tick() {
    line.flush();
    board.expire(clock.instant(), this::runOut);
    report();
  }

  /** With the line went what was on it; nothing of it is placed again. */
  void down() {
    line.down();
    Instant now = clock.instant();
    for (Entry entry : board.all()) {
      if (!(entry.state() instanceof Checking) && !(entry.state() instanceof Over)) {
        over(entry, entry.state().lineLost(entry.attempt(), now));
      }
    }
    report();
  }

  private void placed(Entry entry, CarrierEvent.Placed event) {
    if (entry.state() instanceof Sent sent) {
      CarrierSettings s = entry.place().settings();
      Duration longest = s.ring().compareTo(s.noAnswerAfter()) > 0 ? s.ring() : s.noAnswerAfter();
      Instant till = clock.instant().plus(longest).plus(SILENCE);
      board.put(entry.place(), sent.placed(event.at()), till);
      toReport.add(entry.attempt());
    }
  }

  private void answered(Entry entry, CarrierEvent.Answered event) {
    if (!(entry.state() instanceof Ringing ringing)) {
      return;
    }
    AttemptId attempt = entry.attempt();
    Instant at = event.at();
    switch (event.by()) {
      case PERSON -> {
        board.put(entry.place(), ringing.answered(at), at.plus(SAFE_HARBOUR));
        outlets.agents().want(entry.place().session(), attempt, outlets.self());
        toReport.add(attempt);
      }
      case MACHINE -> dropped(entry, ringing.detected(attempt, CallResult.ANSWERING_MACHINE, at));
      case FAX -> dropped(entry, ringing.detected(attempt, CallResult.FAX_DETECTED, at));
    }
  }

  private void dropped(Entry entry, Over over) {
    line.hangUp(entry.attempt());
    over(entry, over);
  }

  private void ended(Entry entry, CarrierEvent.Ended event) {
    AttemptId attempt = entry.attempt();
    if (entry.state() instanceof Ringing ringing) {
      over(entry, ringing.ended(attempt, event.result(), event.at()));
    } else if (entry.state() instanceof Waiting waiting) {
      over(entry, waiting.ended(attempt, CallResult.ANSWER, event.at()));
    } else if (entry.state() instanceof Talking talking) {
      over(entry, talking.runsOut(attempt, event.at()));
    }
  }

  private void runOut(Entry entry) {
    if (!(entry.state() instanceof Over)) {
      line.hangUp(entry.attempt());
    }
    over(entry, entry.state().runsOut(entry.attempt(), clock.instant()));
  }

  private void over(Entry entry, Over over) {
    if (entry.state() instanceof Waiting || entry.state() instanceof Talking) {
      outlets.agents().done(entry.place().session(), entry.attempt());
    }
    board.put(entry.place(), over, clock.instant().plus(RESEND));
    toReport.add(entry.attempt());
  }

  private void refuse(Place place, String reason, Instant now) {
    Over over = new Over(new NotPlaced(place.attempt(), now, reason));
    report(board.put(place, over, now.plus(RESEND)));
  }

  private void report(Entry entry) {
    GatewayReport report = entry.state().report(entry.attempt());
    if (report != null) {
      outlets.tell(entry.place().session(), report);
    }
  }
}
