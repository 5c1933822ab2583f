package io.beckon.actors.dialing;

import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.AskPattern;
import io.beckon.actors.dialing.DialSessionState.Settling;
import io.beckon.actors.dialing.SessionMessage.Batch;
import io.beckon.actors.dialing.SessionMessage.Beginning;
import io.beckon.actors.dialing.SessionMessage.View;
import io.beckon.protocol.compliance.CampaignTerms;
import io.beckon.protocol.compliance.CheckRequest;
import io.beckon.protocol.compliance.ComplianceCommand;
import io.beckon.protocol.compliance.ContactTimes;
import io.beckon.protocol.compliance.Reservations.Released;
import io.beckon.protocol.compliance.Verdicts;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.ClaimedRecord;
import io.beckon.protocol.dialing.DialSessionCommand;
import io.beckon.protocol.dialing.DialStore.Claim;
import io.beckon.protocol.dialing.DialStore.NewAttempt;
import io.beckon.protocol.dialing.DialStore.Open;
import io.beckon.protocol.dialing.DialStore.Outcome;
import io.beckon.protocol.dialing.DialStore.PlacedAt;
import io.beckon.protocol.dialing.DialStore.Release;
import io.beckon.protocol.dialing.DialStore.Settings;
import io.beckon.protocol.dialing.SessionId;
import io.beckon.protocol.list.ContactId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/** A dial session's asynchronous work; every result comes back as a {@link SessionMessage}. */
final class SessionIo {
  /** Longer than a check takes, shorter than an agent waits. */
  private static final Duration CHECK_TIMEOUT = Duration.ofSeconds(1);

  private final ActorContext<DialSessionCommand> context;
  private final SessionId id;
  private final SessionParts parts;
  private final SessionBookings bookings;

  SessionIo(ActorContext<DialSessionCommand> context, SessionId id, SessionParts parts) {
    this.context = context;
    this.id = id;
    this.parts = parts;
    this.bookings = new SessionBookings(id, parts.store(), parts.reservations());
  }

  /** Results reach only the incarnation that asked: a later one has claims of its own. */
  private <T> void pipe(CompletionStage<T> stage, BiFunction<T, Throwable, SessionMessage> result) {
    context.pipeToSelf(stage, (v, e) -> new SessionMessage.Result(this, result.apply(v, e)));
  }

  void resume() {
    CompletionStage<Beginning> beginning =
        parts
            .store()
            .resume(id)
            .thenCompose(
                epoch ->
                    settings()
                        .thenCompose(
                            s -> times(s).thenApply(times -> new Beginning(epoch, s, times))));
    pipe(beginning, SessionMessage.Resumed::new);
  }

  void recover(long epoch, DialSessionState state) {
    List<Open> open =
        state.open().values().stream()
            .map(o -> new Open(o.authorised().attempt(), o.authorised().record()))
            .toList();
    pipe(
        parts
            .store()
            .returnOrphans(id, epoch, state.records())
            .thenCompose(returned -> parts.store().written(id, open)),
        SessionMessage.Recovered::new);
  }

  void refresh() {
    CompletionStage<View> view =
        settings()
            .thenCompose(
                s ->
                    times(s)
                        .thenCompose(
                            times ->
                                parts
                                    .store()
                                    .readyZones(id)
                                    .thenApply(zones -> new View(s, times, zones))));
    pipe(view, SessionMessage.Refreshed::new);
  }

  private CompletionStage<Settings> settings() {
    return parts.store().settings(id);
  }

  private CompletionStage<ContactTimes> times(Settings settings) {
    return parts
        .rules()
        .current(id.tenant())
        .thenApply(rules -> rules.contactTimes(settings.settings().terms(id.group())));
  }

  void claim(Claim claim) {
    pipe(parts.store().claim(id, claim), SessionMessage.Claimed::new);
  }

  /** Asks the pool; the answer is in the order of the batch. */
  void check(Batch batch, Settings settings) {
    var terms = settings.settings().terms(id.group());
    CompletionStage<Verdicts> asked =
        parts
            .rules()
            .current(id.tenant())
            .thenCompose(rules -> contactFields(rules.fields(terms), batch.records()))
            .thenCompose(fields -> ask(terms, requests(batch, settings, fields)));
    pipe(asked, (v, e) -> new SessionMessage.Checked(batch, v == null ? null : v.verdicts(), e));
  }

  /** Read when they are wanted: rules change, and so do contacts, while records wait in stock. */
  private CompletionStage<Map<ContactId, Map<String, String>>> contactFields(
      Set<String> names, List<ClaimedRecord> records) {
    return names.isEmpty()
        ? CompletableFuture.completedFuture(Map.of())
        : parts.store().contactFields(id, records, names);
  }

  private CompletionStage<Verdicts> ask(CampaignTerms terms, List<CheckRequest> requests) {
    return AskPattern.ask(
        parts.compliance(),
        replyTo ->
            new ComplianceCommand.Authorise(
                id.tenant(), terms, parts.clock().instant(), requests, replyTo),
        CHECK_TIMEOUT,
        context.getSystem().scheduler());
  }

  private static List<CheckRequest> requests(
      Batch batch, Settings settings, Map<ContactId, Map<String, String>> fields) {
    List<CheckRequest> requests = new ArrayList<>();
    for (int i = 0; i < batch.records().size(); i++) {
      ClaimedRecord record = batch.records().get(i);
      var known = fields.getOrDefault(record.contact(), Map.of());
      requests.add(request(batch.attempts().get(i), record, settings, known));
    }
    return requests;
  }

  private static CheckRequest request(
      AttemptId attempt, ClaimedRecord record, Settings settings, Map<String, String> fields) {
    return new CheckRequest(
        attempt,
        record.device(),
        record.clientId(),
        record.deviceZones(),
        record.contactZones(),
        record.country(),
        record.states(),
        record.made(),
        CallerIds.choose(settings, record),
        fields);
  }

  void authorise(long epoch, List<NewAttempt> attempts, Instant at) {
    List<AttemptId> ids = attempts.stream().map(NewAttempt::attempt).toList();
    pipe(
        parts.store().authorise(id, epoch, attempts),
        (v, e) -> new SessionMessage.Stored(ids, at, v, e));
  }

  void giveBack(long epoch, List<Release> releases) {
    if (!releases.isEmpty()) {
      pipe(parts.store().release(id, epoch, releases), (v, e) -> new SessionMessage.GivenBack(e));
    }
  }

  /** Best effort for checks whose answer was not used; what stays booked only makes us stricter. */
  void unbook(Batch batch) {
    List<Released> released = new ArrayList<>();
    for (int i = 0; i < batch.records().size(); i++) {
      released.add(bookings.released(batch.attempts().get(i), batch.records().get(i)));
    }
    parts.reservations().release(id.tenant(), released);
  }

  void placed(List<PlacedAt> placed) {
    parts.store().placed(List.copyOf(placed));
  }

  /** Outcomes to write, with the reservations to give back first. */
  record Settlement(List<Settling> settling, List<Outcome> outcomes, List<AttemptId> notPlaced) {}

  void writeBack(Settlement settlement, SessionWork work) {
    List<AttemptId> ids = settlement.outcomes().stream().map(o -> o.ended().attempt()).toList();
    CompletionStage<Map<AttemptId, SessionBookings.Booked>> booked = bookings.of(settlement, work);
    pipe(
        booked
            .thenCompose(b -> bookings.release(settlement, b))
            .thenCompose(done -> parts.store().writeBack(id, settlement.outcomes()))
            .thenCompose(done -> booked)
            .thenCompose(b -> bookings.confirm(settlement, b)),
        (v, e) -> new SessionMessage.WroteBack(ids, e));
  }

  void sleep(long epoch) {
    pipe(parts.store().finish(id, epoch), (v, e) -> new SessionMessage.Slept(e));
  }
}
