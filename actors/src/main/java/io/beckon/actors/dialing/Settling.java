package io.beckon.actors.dialing;

import akka.actor.typed.ActorRef;
import io.beckon.actors.dialing.DialSessionState.Open;
import io.beckon.actors.dialing.SessionIo.Settlement;
import io.beckon.actors.dialing.SessionWork.Arrived;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.dialing.DialSessionCommand.Report;
import io.beckon.protocol.dialing.DialSessionEvent;
import io.beckon.protocol.dialing.DialSessionEvent.AttemptsEnded;
import io.beckon.protocol.dialing.DialSessionEvent.Authorised;
import io.beckon.protocol.dialing.DialSessionEvent.Ended;
import io.beckon.protocol.dialing.DialStore.Outcome;
import io.beckon.protocol.dialing.DialStore.PlacedAt;
import io.beckon.protocol.dialing.DialStore.Written;
import io.beckon.protocol.dialing.GatewayCommand;
import io.beckon.protocol.dialing.GatewayId;
import io.beckon.protocol.dialing.GatewayReport;
import io.beckon.protocol.dialing.NextStep;
import io.beckon.protocol.dialing.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way of an attempt from placed to written back, and what is done about those gone missing. */
final class Settling {
  private static final Duration ADOPT_EVERY = Duration.ofSeconds(2);

  /** A gateway that has not placed an attempt by now never will. */
  private static final Duration PLACE_DEADLINE = Duration.ofSeconds(2);

  private static final Duration NOT_PLACED_PAUSE = Duration.ofSeconds(1);
  private static final int WRITE_BATCH = 200;

  private final SessionId id;
  private final SessionParts parts;
  private final SessionIo io;
  private final SessionWork work;

  Settling(SessionId id, SessionParts parts, SessionIo io, SessionWork work) {
    this.id = id;
    this.parts = parts;
    this.io = io;
    this.work = work;
  }

  void report(DialSessionState state, Report message) {
    GatewayReport report = message.report();
    Open open = state.open().get(report.attempt());
    if (open == null) {
      known(report, message.from());
    } else if (report instanceof GatewayReport.Progress progress) {
      progress(progress);
    } else if (report instanceof GatewayReport.Ended ended) {
      arrive(ended(ended), message.from());
    } else if (report instanceof GatewayReport.NotPlaced not) {
      arrive(notPlaced(not.attempt(), not.reason(), not.at()), message.from());
    } else if (report instanceof GatewayReport.NotKnown not) {
      notKnown(not, open, message.from());
    }
  }

  private void known(GatewayReport report, ActorRef<GatewayCommand> from) {
    boolean end =
        report instanceof GatewayReport.Ended || report instanceof GatewayReport.NotPlaced;
    if (end) {
      from.tell(new GatewayCommand.Stored(List.of(report.attempt())));
    }
  }

  private void progress(GatewayReport.Progress progress) {
    AttemptId attempt = progress.attempt();
    if (work.progressed.add(attempt)) {
      work.placed.add(new PlacedAt(attempt, progress.placedAt()));
    }
    boolean news = progress.answeredAt() != null && work.answered.add(attempt);
    news |= progress.connected() && work.connected.add(attempt);
    work.statusDue |= news;
  }

  private void notKnown(GatewayReport.NotKnown report, Open open, ActorRef<GatewayCommand> from) {
    Instant now = now();
    if (work.progressed.contains(report.attempt())) {
      arrive(ended(report.attempt(), CallResult.UNKNOWN, now), from);
    } else if (open.at().plus(PLACE_DEADLINE).isBefore(now)) {
      arrive(notPlaced(report.attempt(), "NOT_KNOWN", now), from);
    }
  }

  private void arrive(Ended ended, ActorRef<GatewayCommand> from) {
    work.arrived.putIfAbsent(ended.attempt(), new Arrived(ended, from));
  }

  /** Open attempts whose rows were never written: the gateway never heard of them. */
  void neverPlaced(DialSessionState state, List<Written> written) {
    written.stream()
        .filter(w -> !w.present() && state.open().containsKey(w.reservation().attempt()))
        .forEach(w -> notWritten(List.of(w.reservation().attempt())));
  }

  /** The rows could not be written, so nobody was told to place. */
  void notWritten(List<AttemptId> attempts) {
    attempts.forEach(a -> arrive(notPlaced(a, "NOT_WRITTEN", now()), parts.gateway()));
  }

  List<DialSessionEvent> events(DialSessionState state) {
    work.arrived.keySet().removeIf(a -> !state.open().containsKey(a));
    List<Ended> all = work.arrived.values().stream().map(Arrived::ended).toList();
    List<DialSessionEvent> events = new ArrayList<>();
    for (int from = 0; from < all.size(); from += DialSessionEvent.BATCH) {
      int to = Math.min(all.size(), from + DialSessionEvent.BATCH);
      events.add(new AttemptsEnded(all.subList(from, to)));
    }
    return events;
  }

  /** Gateways may forget what the journal holds. */
  void persisted() {
    Map<ActorRef<GatewayCommand>, List<AttemptId>> byGateway = new HashMap<>();
    for (Arrived arrived : work.arrived.values()) {
      AttemptId attempt = arrived.ended().attempt();
      byGateway.computeIfAbsent(arrived.from(), g -> new ArrayList<>()).add(attempt);
      work.connected.remove(attempt);
      work.answered.remove(attempt);
    }
    byGateway.forEach((gateway, ids) -> gateway.tell(new GatewayCommand.Stored(ids)));
    work.arrived.clear();
  }

  void writeBack(DialSessionState state) {
    if (now().isBefore(work.writeAgain)) {
      return;
    }
    List<DialSessionState.Settling> some =
        state.unwritten().values().stream()
            .filter(s -> !work.writing.contains(s.ended().attempt()))
            .limit(WRITE_BATCH)
            .toList();
    if (!some.isEmpty()) {
      some.forEach(s -> work.writing.add(s.ended().attempt()));
      List<Outcome> outcomes = some.stream().map(this::outcome).toList();
      List<AttemptId> notPlaced =
          some.stream()
              .map(DialSessionState.Settling::ended)
              .filter(e -> e.result() == null)
              .map(Ended::attempt)
              .toList();
      io.writeBack(new Settlement(some, outcomes, notPlaced), work);
    }
  }

  private Outcome outcome(DialSessionState.Settling settling) {
    Authorised authorised = settling.attempt().authorised();
    Ended ended = settling.ended();
    CallResult result = ended.result();
    NextStep step;
    if (result == null) {
      Instant again = ended.endedAt().plus(NOT_PLACED_PAUSE);
      step = new NextStep.ReadyAt(again, authorised.retries(), authorised.treatment(), false);
    } else {
      var past =
          new Treatments.Past(authorised.made(), authorised.retries(), authorised.treatment());
      step = Treatments.after(work.group(), past, result, ended.endedAt());
    }
    return new Outcome(ended, authorised.record(), step);
  }

  void tick(DialSessionState state) {
    // Whose end has come is written with its end.
    work.placed.removeIf(p -> !state.open().containsKey(p.attempt()));
    if (!work.placed.isEmpty()) {
      io.placed(work.placed);
      work.placed.clear();
    }
    writeBack(state);
    Instant now = now();
    if (work.adoptAgain.isBefore(now)) {
      work.adoptAgain = now.plus(ADOPT_EVERY);
      adopt(state, now);
    }
  }

  /** Asks gateways about attempts that are older than a placing takes; ends those of lost nodes. */
  private void adopt(DialSessionState state, Instant now) {
    Map<GatewayId, List<AttemptId>> byGateway = new HashMap<>();
    for (Open open : state.open().values()) {
      if (open.at().plus(PLACE_DEADLINE).isBefore(now)) {
        AttemptId attempt = open.authorised().attempt();
        byGateway.computeIfAbsent(open.gateway(), g -> new ArrayList<>()).add(attempt);
      }
    }
    byGateway.forEach(
        (gateway, attempts) -> {
          if (parts.gateways().isMember(gateway)) {
            parts
                .gateways()
                .find(gateway)
                .ifPresent(g -> g.tell(new GatewayCommand.Adopt(id, attempts)));
          } else {
            attempts.forEach(a -> arrive(ended(a, CallResult.STALE, now), parts.gateway()));
          }
        });
  }

  private static Ended ended(GatewayReport.Ended e) {
    return new Ended(
        e.attempt(), e.result(), null, e.placedAt(), e.answeredAt(), e.endedAt(), e.live());
  }

  private static Ended ended(AttemptId attempt, CallResult result, Instant at) {
    return new Ended(attempt, result, null, null, null, at, false);
  }

  private static Ended notPlaced(AttemptId attempt, @Nullable String reason, Instant at) {
    return new Ended(attempt, null, reason, null, null, at, false);
  }

  private Instant now() {
    return parts.clock().instant();
  }
}
