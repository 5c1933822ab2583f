package io.beckon.http.ocs;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.AskPattern;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beckon.protocol.compliance.Booking;
import io.beckon.protocol.compliance.CampaignTerms;
import io.beckon.protocol.compliance.CheckRequest;
import io.beckon.protocol.compliance.ComplianceCommand;
import io.beckon.protocol.compliance.Denial;
import io.beckon.protocol.compliance.OcsBookings;
import io.beckon.protocol.compliance.Reservations;
import io.beckon.protocol.compliance.RuleRef;
import io.beckon.protocol.compliance.RuleType;
import io.beckon.protocol.compliance.Verdict;
import io.beckon.protocol.compliance.Verdicts;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.list.ContactPlaces;
import io.beckon.protocol.reference.Locators;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import io.beckon.protocol.tenant.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Validates a record for an external OCS: the same pool, the same rules, a booking that is written
 * down before it is answered. Never fails: our own trouble is a denial, too.
 */
public final class PreDialDesk {
  private static final Logger log = LoggerFactory.getLogger(PreDialDesk.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** An answer that took longer may tell of bookings that have been lost meanwhile. */
  private static final Duration STALE = Duration.ofSeconds(1);

  private static final int USUAL_ATTEMPTS = 10;

  /** How long its calls ring is the OCS's own setting, which it does not tell. */
  private static final Duration USUAL_RING = Duration.ofSeconds(30);

  private static final CampaignTerms TERMS =
      new CampaignTerms(
          null, Channel.VOICE, List.of(), List.of(), null, USUAL_RING, USUAL_ATTEMPTS);

  private final ActorSystem<?> system;
  private final ActorRef<ComplianceCommand> pool;
  private final Known known;
  private final Bookings bookings;
  private final Clock clock;

  /** What a record is completed from. */
  public record Known(Tenants tenants, Locators locators, ContactPlaces places) {}

  /** Where bookings are kept, and given back. */
  public record Bookings(OcsBookings kept, Reservations reservations) {}

  public PreDialDesk(
      ActorSystem<?> system,
      ActorRef<ComplianceCommand> pool,
      Known known,
      Bookings bookings,
      Clock clock) {
    this.system = system;
    this.pool = pool;
    this.known = known;
    this.bookings = bookings;
    this.clock = clock;
  }

  /** Empty: dial. */
  CompletionStage<Optional<Denial>> validate(Principal who, ObjectNode fields) {
    var record = new OcsRecord(fields);
    return known
        .tenants()
        .find(who.tenant())
        .thenCompose(
            tenant -> {
              if (tenant.isEmpty() || isAnother(tenant.get(), record)) {
                return denied("unknown-tenant", "This key is not of that tenant.");
              }
              return known
                  .tenants()
                  .settings(who.tenant())
                  .thenCompose(settings -> located(who.tenant(), record, settings.country()));
            })
        .exceptionallyCompose(
            failure -> {
              log.warn("ocs=denied tenant={} cause=\"{}\"", who.tenant(), failure.toString());
              return denied("beckon-trouble", "The check could not be made.");
            });
  }

  private static boolean isAnother(Tenants.TenantView tenant, OcsRecord record) {
    return record
        .tenantName()
        .filter(
            name ->
                !name.equalsIgnoreCase(tenant.id().value())
                    && !name.equalsIgnoreCase(tenant.name()))
        .isPresent();
  }

  private CompletionStage<Optional<Denial>> located(
      TenantId tenant, OcsRecord record, String country) {
    return known
        .locators()
        .of(tenant)
        .thenCompose(locator -> completed(tenant, record.request(tenant, country, locator)))
        .thenCompose(request -> validate(tenant, request));
  }

  /** With what the tenant's own lists know of the person. */
  private CompletionStage<Optional<CheckRequest>> completed(
      TenantId tenant, Optional<CheckRequest> request) {
    String client = request.map(CheckRequest::clientId).orElse(null);
    return client == null
        ? CompletableFuture.completedFuture(request)
        : known
            .places()
            .of(tenant, client, request.orElseThrow().device())
            .thenApply(places -> request.map(r -> r.with(places)));
  }

  private CompletionStage<Optional<Denial>> validate(
      TenantId tenant, Optional<CheckRequest> request) {
    return request.isEmpty()
        ? denied("invalid-number", "GSW_PHONE is no number that could be dialled.")
        : ask(tenant, request.get())
            .thenCompose(verdict -> conclude(booking(tenant, request.get()), verdict));
  }

  private CompletionStage<Verdict> ask(TenantId tenant, CheckRequest request) {
    return AskPattern.<ComplianceCommand, Verdicts>ask(
            pool,
            replyTo ->
                new ComplianceCommand.Authorise(
                    tenant, TERMS, clock.instant(), List.of(request), replyTo, true),
            PATIENCE,
            system.scheduler())
        .thenApply(verdicts -> verdicts.verdicts().get(0));
  }

  private CompletionStage<Optional<Denial>> conclude(Booking booking, Verdict verdict) {
    if (verdict.denial() != null) {
      return CompletableFuture.completedFuture(Optional.of(verdict.denial()));
    }
    return bookings
        .kept()
        .keep(booking, verdict.at())
        .thenCompose(
            kept ->
                verdict.at().plus(STALE).isBefore(clock.instant())
                    ? CompletableFuture.failedFuture(new IllegalStateException("too late"))
                    : CompletableFuture.completedFuture(Optional.<Denial>empty()))
        .exceptionallyCompose(failure -> giveBack(booking, failure));
  }

  private CompletionStage<Optional<Denial>> giveBack(Booking booking, Throwable failure) {
    log.warn("ocs=denied tenant={} cause=\"{}\"", booking.tenant(), failure.toString());
    var released =
        new Reservations.Released(
            booking.attempt(), booking.group(), booking.device(), booking.clientId());
    return bookings
        .reservations()
        .release(booking.tenant(), List.of(released))
        .handle((done, trouble) -> 0)
        .thenCompose(done -> denied("beckon-trouble", "The booking could not be kept."));
  }

  private static Booking booking(TenantId tenant, CheckRequest request) {
    return new Booking(
        tenant, request.attempt(), Channel.VOICE, null, request.device(), request.clientId(), true);
  }

  private static CompletionStage<Optional<Denial>> denied(String rule, String reason) {
    return CompletableFuture.completedFuture(
        Optional.of(
            new Denial(
                new RuleRef(rule, RuleType.SYSTEM, 1),
                reason,
                CallResult.CANCEL_RECORD,
                null,
                true)));
  }
}
