package io.beckon.actors.dialing;

import io.beckon.actors.dialing.SessionMessage.Batch;
import io.beckon.actors.dialing.SessionMessage.Checked;
import io.beckon.actors.dialing.SessionMessage.Stored;
import io.beckon.protocol.compliance.Denial;
import io.beckon.protocol.compliance.PlacementGuard.Placement;
import io.beckon.protocol.compliance.Verdict;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.ClaimedRecord;
import io.beckon.protocol.dialing.DialSessionCommand.Grant;
import io.beckon.protocol.dialing.DialSessionEvent;
import io.beckon.protocol.dialing.DialSessionEvent.AttemptsAuthorised;
import io.beckon.protocol.dialing.DialSessionEvent.Authorised;
import io.beckon.protocol.dialing.DialStore.Claim;
import io.beckon.protocol.dialing.DialStore.NewAttempt;
import io.beckon.protocol.dialing.DialStore.Release;
import io.beckon.protocol.dialing.DialStore.Settings;
import io.beckon.protocol.dialing.GatewayCommand;
import io.beckon.protocol.dialing.NextStep;
import io.beckon.protocol.dialing.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The way of a record from ready to the gateway: claim, credit, check, authorise, place. */
final class Placing {
  private static final Duration REFRESH = Duration.ofSeconds(2);
  private static final Duration CLAIM_AGAIN = Duration.ofMillis(400);
  private static final Duration UNCERTAIN_PAUSE = Duration.ofMillis(500);
  private static final int CHECK_BATCH = 50;

  private final SessionId id;
  private final SessionParts parts;
  private final SessionIo io;
  private final SessionWork work;

  Placing(SessionId id, SessionParts parts, SessionIo io, SessionWork work) {
    this.id = id;
    this.parts = parts;
    this.io = io;
    this.work = work;
  }

  void granted(Grant grant) {
    Instant now = now();
    if (!work.accept(grant, now) || work.finishing) {
      return;
    }
    if (grant.settingsRevision() > work.settingsRevision()) {
      refresh();
    } else if (now.isBefore(grant.validUntil()) && now.isAfter(work.holdUntil)) {
      check(work.takeStock(grant.credits()), grant.validUntil());
    }
    claimIfWanted();
  }

  private void check(List<ClaimedRecord> records, Instant validUntil) {
    Settings settings = work.settings;
    for (int from = 0; settings != null && from < records.size(); from += CHECK_BATCH) {
      List<ClaimedRecord> some =
          List.copyOf(records.subList(from, Math.min(records.size(), from + CHECK_BATCH)));
      List<AttemptId> attempts = some.stream().map(r -> AttemptId.create()).toList();
      work.checking += some.size();
      io.check(new Batch(attempts, some, validUntil), settings);
    }
  }

  /** What may be placed; the rest goes back to the stock, or to the table with its next step. */
  List<NewAttempt> checked(Checked answer) {
    Batch batch = answer.batch();
    work.checking -= batch.records().size();
    Instant now = now();
    List<Verdict> verdicts = answer.verdicts();
    if (verdicts == null || now.isAfter(batch.validUntil())) {
      work.trouble(verdicts == null ? "COMPLIANCE_SILENT" : "CHECK_TOO_SLOW", now);
      work.holdUntil = verdicts == null ? now.plus(UNCERTAIN_PAUSE) : now;
      io.unbook(batch);
      batch.records().forEach(work.stock::addLast);
      return List.of();
    }
    List<NewAttempt> allowed = new ArrayList<>();
    for (int i = 0; i < verdicts.size(); i++) {
      ClaimedRecord record = batch.records().get(i);
      Denial denial = verdicts.get(i).denial();
      if (denial == null) {
        allowed.add(attempt(record, verdicts.get(i), now));
      } else {
        denied(record, denial, now);
      }
    }
    flushReleases();
    return allowed;
  }

  private NewAttempt attempt(ClaimedRecord record, Verdict verdict, Instant now) {
    work.inHand.put(verdict.attempt(), record);
    return new NewAttempt(
        verdict.attempt(), record, work.group().channel(), parts.gatewayId().node(), now, verdict);
  }

  private void denied(ClaimedRecord record, Denial denial, Instant now) {
    if (denial.uncertain()) {
      work.stock.addLast(record);
      work.trouble("COMPLIANCE_UNCERTAIN", now);
      work.holdUntil = now.plus(UNCERTAIN_PAUSE);
    } else {
      NextStep step = Denials.after(work.group(), record, denial, now);
      work.releases.add(new Release(record.record(), step));
    }
  }

  List<DialSessionEvent> events(List<NewAttempt> allowed, Instant at) {
    List<DialSessionEvent> events = new ArrayList<>();
    for (int from = 0; from < allowed.size(); from += DialSessionEvent.BATCH) {
      List<Authorised> some =
          allowed.subList(from, Math.min(allowed.size(), from + DialSessionEvent.BATCH)).stream()
              .map(Placing::authorised)
              .toList();
      events.add(new AttemptsAuthorised(parts.gatewayId(), at, some));
    }
    return events;
  }

  private static Authorised authorised(NewAttempt attempt) {
    ClaimedRecord record = attempt.record();
    return new Authorised(
        attempt.attempt(),
        record.record(),
        record.made() + 1,
        record.retries(),
        record.treatment());
  }

  void place(Stored stored, List<AttemptId> gone) {
    for (AttemptId attempt : stored.attempts()) {
      ClaimedRecord record = work.inHand.get(attempt);
      if (record != null && !gone.contains(attempt)) {
        Placement placement =
            new Placement(
                id.tenant(),
                id.group(),
                record.device(),
                record.clientId(),
                work.group().channel(),
                work.group().suppressionListIds());
        parts
            .gateway()
            .tell(
                new GatewayCommand.Place(
                    attempt,
                    id,
                    placement,
                    stored.authorisedAt(),
                    work.group().carrierSettings(),
                    work.callerId(record)));
      }
    }
  }

  void claimed(List<ClaimedRecord> records) {
    if (records.isEmpty()) {
      work.claimAgain = now().plus(CLAIM_AGAIN);
    }
    records.forEach(work.stock::addLast);
    work.statusDue = true;
    if (!work.isGranted(now())) {
      returnStock();
    }
  }

  void claimIfWanted() {
    Instant now = now();
    int wanted = work.wanted();
    if (wanted == 0 || work.claiming || work.finishing || !work.isGranted(now)) {
      return;
    }
    if (now.isBefore(work.claimAgain) || now.isBefore(work.holdUntil)) {
      return;
    }
    var open = work.openZones(now);
    if (!open.isEmpty()) {
      work.claiming = true;
      io.claim(new Claim(work.epoch, open, now, wanted));
    }
  }

  void tick() {
    Instant now = now();
    if (work.isGranted(now)) {
      if (work.refreshedAt.plus(REFRESH).isBefore(now)) {
        refresh();
      }
      claimIfWanted();
    } else {
      returnStock();
    }
    flushReleases();
  }

  private void refresh() {
    if (!work.refreshing) {
      work.refreshing = true;
      work.refreshedAt = now();
      io.refresh();
    }
  }

  /** Claimed and not needed now: ready again, as it was. */
  void returnStock() {
    Instant now = now();
    for (ClaimedRecord record : work.takeStock(Integer.MAX_VALUE)) {
      NextStep asItWas = new NextStep.ReadyAt(now, record.retries(), record.treatment(), false);
      work.releases.add(new Release(record.record(), asItWas));
    }
    flushReleases();
  }

  private void flushReleases() {
    if (work.releasing.isEmpty() && !work.releases.isEmpty()) {
      work.releasing = List.copyOf(work.releases);
      work.releases.clear();
      io.giveBack(work.epoch, work.releasing);
    }
  }

  private Instant now() {
    return parts.clock().instant();
  }
}
