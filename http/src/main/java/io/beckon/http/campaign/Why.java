package io.beckon.http.campaign;

import io.beckon.http.campaign.WhyView.Reason;
import io.beckon.protocol.campaign.GroupQueries.Held;
import io.beckon.protocol.campaign.GroupQueries.Summary;
import io.beckon.protocol.campaign.GroupQueries.Waiting;
import io.beckon.protocol.campaign.GroupQueries.ZoneCount;
import io.beckon.protocol.campaign.PacingView;
import io.beckon.protocol.campaign.RunState;
import io.beckon.protocol.compliance.ContactTimes;
import io.beckon.protocol.compliance.RuleType;
import io.beckon.protocol.selection.Unjudged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Explains in sentences what a group does and what holds it back. Pure. */
final class Why {
  private static final Map<String, String> PACER =
      Map.of(
          "NO_AGENTS", "No agent is signed on, so nothing is dialled.",
          "AGENTS_BUSY", "Every agent is talking or has a call on its way.",
          "RATE_LIMIT", "The group's calls per minute are used up for this moment.",
          "PACER_STARTING", "The pacer has just begun and waits one second.",
          "COMPLIANCE_UNCERTAIN",
              "Compliance cannot be certain (Redis, rules or clock), so it denies for now.",
          "COMPLIANCE_SILENT", "The compliance pool does not answer, so nothing is dialled.",
          "CHECK_TOO_SLOW", "Compliance answers too late for the pacer's credit.",
          "RULES_UNKNOWN", "The tenant's rules cannot be read at the moment.",
          "DATABASE_AWAY", "The database does not answer, so nothing new is dialled.",
          "WRITE_BACK_FAILED", "Outcomes cannot be written at the moment; they are kept.");

  /** What the pacer met before a halt; during one it misleads. */
  private static final Set<String> PASSING =
      Set.of(
          "AGENTS_BUSY", "RATE_LIMIT", "PACER_STARTING", "COMPLIANCE_UNCERTAIN", "CHECK_TOO_SLOW");

  private Why() {}

  static WhyView of(Summary group, PacingView pacing, boolean halted, Waiting waiting, Now now) {
    List<Reason> reasons = new ArrayList<>();
    if (halted) {
      reasons.add(Reason.of("HALTED", "All dialing is halted by an administrator."));
    }
    boolean running = group.state() == RunState.RUNNING;
    if (!running) {
      reasons.add(state(group.state()));
    }
    if (group.state() != RunState.NOT_LOADED) {
      records(group, waiting, now, reasons);
    }
    for (String code : pacing.reasons()) {
      if (!halted || !PASSING.contains(code)) {
        reasons.add(Reason.of(code, PACER.getOrDefault(code, code)));
      }
    }
    boolean dialing = running && !halted && pacing.dialing() > 0;
    return new WhyView(dialing, reasons);
  }

  /** What is needed to say when zones open. */
  record Now(Instant at, ContactTimes times) {}

  private static Reason state(RunState state) {
    String word = state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String sentence =
        switch (state) {
          case COMPLETED -> "Every record is final; load the group again for more.";
          case NOT_LOADED, LOADED -> "The group is " + word + "; start it to dial.";
          case PAUSED -> "The group is paused; start it to go on.";
          default -> "The group is " + word + ".";
        };
    return Reason.of(state.name(), sentence);
  }

  private static void records(Summary group, Waiting waiting, Now now, List<Reason> reasons) {
    long closed = 0;
    long open = 0;
    Optional<Instant> opens = Optional.empty();
    Set<String> closedBy = new LinkedHashSet<>();
    for (ZoneCount zone : waiting.zones()) {
      if (now.times().isOpen(zone.zones(), now.at())) {
        open += zone.records();
      } else {
        closed += zone.records();
        closedBy.addAll(now.times().closed(zone.zones(), now.at()));
        opens = sooner(opens, now.times().nextOpening(zone.zones(), now.at()));
      }
    }
    if (closed > 0) {
      boolean all = open == 0 && group.records().inProgress() == 0;
      reasons.add(
          new Reason(
              all ? "ALL_ZONES_CLOSED" : "ZONES_CLOSED",
              waits(closed) + " for open hours; closed now: " + String.join(", ", closedBy) + ".",
              closed,
              opens.orElse(null)));
    }
    held(waiting, closedBy, reasons);
    unjudged(waiting.unjudged(), reasons);
  }

  /** What a rule has put off is no retry, nor is it named twice. */
  private static void held(Waiting waiting, Set<String> closedBy, List<Reason> reasons) {
    long retries = waiting.scheduled();
    for (Held held : waiting.held()) {
      if (closedBy.contains(held.rule())) {
        continue;
      }
      if (held.type() != RuleType.CONTACT_TIMES) {
        retries -= held.records();
      }
      reasons.add(
          new Reason(
              "RULE_HOLDS",
              waits(held.records()) + " until this rule allows more: " + held.rule() + ".",
              held.records(),
              held.nextAt()));
    }
    if (retries > 0) {
      reasons.add(
          new Reason(
              "RETRIES_SCHEDULED",
              waits(retries) + " for the time of a retry.",
              retries,
              waiting.nextAt()));
    }
  }

  private static void unjudged(@Nullable Unjudged unjudged, List<Reason> reasons) {
    if (unjudged != null) {
      reasons.add(
          new Reason(
              "RULE_FAILED",
              unjudged.devices()
                  + (unjudged.devices() == 1 ? " device was" : " devices were")
                  + " not loaded, as a custom expression of a selection rule cannot be evaluated"
                  + " for them: "
                  + unjudged.reason()
                  + ".",
              unjudged.devices(),
              null));
    }
  }

  private static String waits(long records) {
    return records + (records == 1 ? " record waits" : " records wait");
  }

  private static Optional<Instant> sooner(Optional<Instant> a, Optional<Instant> b) {
    return a.isEmpty() || (b.isPresent() && b.get().isBefore(a.get())) ? b : a;
  }
}
