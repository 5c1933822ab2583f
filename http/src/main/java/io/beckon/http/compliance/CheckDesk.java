package io.beckon.http.compliance;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.AskPattern;
import io.beckon.protocol.InvalidField;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.campaign.GroupQueries;
import io.beckon.protocol.compliance.CampaignTerms;
import io.beckon.protocol.compliance.CheckRequest;
import io.beckon.protocol.compliance.ComplianceCommand;
import io.beckon.protocol.compliance.Denial;
import io.beckon.protocol.compliance.Explanation;
import io.beckon.protocol.compliance.RuleRef;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.device.DeviceFacts;
import io.beckon.protocol.device.PhoneNumbers;
import io.beckon.protocol.device.PhoneReading;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.list.ContactPlaces;
import io.beckon.protocol.reference.Locators;
import io.beckon.protocol.tenant.TenantId;
import io.beckon.protocol.tenant.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Asks the pool what it would say, and shows every rule's part; reserves nothing. */
public final class CheckDesk {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int USUAL_ATTEMPTS = 10;
  private static final Duration USUAL_RING = Duration.ofSeconds(30);

  /** What is shown is not known yet; the group or the carrier brings it when it dials. */
  private static final String CALLER_ID_OF_THE_CALL = "of the call";

  private final ActorSystem<?> system;
  private final ActorRef<ComplianceCommand> pool;
  private final Known known;
  private final Clock clock;

  /** What a question is completed from. */
  public record Known(
      Tenants tenants, GroupQueries groups, Locators locators, ContactPlaces places) {}

  public CheckDesk(
      ActorSystem<?> system, ActorRef<ComplianceCommand> pool, Known known, Clock clock) {
    this.system = system;
    this.pool = pool;
    this.known = known;
    this.clock = clock;
  }

  /**
   * Who, by which channel, and when.
   *
   * @param device E.164, or as people write it in the tenant's country; or an e-mail address
   * @param channel null: a call
   * @param clientId zones and states that the tenant's lists have for it count beside the number's
   * @param groupId null: no group's own window, lists and rules
   * @param at null: now
   * @param fields of the contact that rules look at, {@code postalCode} or a column's name
   */
  record Wanted(
      String device,
      @Nullable Channel channel,
      @Nullable String groupId,
      @Nullable String clientId,
      @Nullable Instant at,
      Map<String, String> fields) {
    Channel channelOrVoice() {
      return channel == null ? Channel.VOICE : channel;
    }
  }

  /** The answer; everything but the trace is null when it is allowed. */
  record Checked(
      boolean allowed,
      @Nullable RuleRef rule,
      @Nullable String reason,
      @Nullable CallResult callResult,
      @Nullable Instant allowedFrom,
      boolean uncertain,
      List<Explanation.Step> trace) {
    static Checked of(Explanation explanation) {
      Denial denial = explanation.verdict().denial();
      return denial == null
          ? new Checked(true, null, null, null, null, false, explanation.trace())
          : new Checked(
              false,
              denial.rule(),
              denial.reason(),
              denial.callResult(),
              denial.allowedFrom(),
              denial.uncertain(),
              explanation.trace());
    }
  }

  CompletionStage<Checked> check(TenantId tenant, Wanted wanted) {
    return known
        .tenants()
        .settings(tenant)
        .thenCompose(
            settings ->
                terms(tenant, wanted)
                    .thenCompose(terms -> located(tenant, terms, wanted, settings.country())));
  }

  private CompletionStage<Checked> located(
      TenantId tenant, CampaignTerms terms, Wanted wanted, String country) {
    return known
        .locators()
        .of(tenant)
        .thenCompose(
            locator ->
                completed(tenant, request(wanted, locator.number(facts(wanted.device(), country)))))
        .thenCompose(request -> ask(tenant, terms, wanted, request));
  }

  private CompletionStage<CheckRequest> completed(TenantId tenant, CheckRequest request) {
    return request.clientId() == null
        ? CompletableFuture.completedFuture(request)
        : known.places().of(tenant, request.clientId(), request.device()).thenApply(request::with);
  }

  private CompletionStage<Checked> ask(
      TenantId tenant, CampaignTerms terms, Wanted wanted, CheckRequest request) {
    Instant at = wanted.at() == null ? clock.instant() : wanted.at();
    return AskPattern.<ComplianceCommand, Explanation>ask(
            pool,
            replyTo -> new ComplianceCommand.Explain(tenant, terms, at, request, replyTo),
            PATIENCE,
            system.scheduler())
        .thenApply(Checked::of);
  }

  private CompletionStage<CampaignTerms> terms(TenantId tenant, Wanted wanted) {
    if (wanted.groupId() == null) {
      return CompletableFuture.completedFuture(
          new CampaignTerms(
              null,
              wanted.channelOrVoice(),
              List.of(),
              List.of(),
              null,
              wanted.channelOrVoice() == Channel.VOICE ? USUAL_RING : Duration.ZERO,
              USUAL_ATTEMPTS));
    }
    GroupId group = GroupId.parse(wanted.groupId());
    return known
        .groups()
        .find(tenant, group)
        .thenApply(
            found ->
                found
                    .orElseThrow(
                        () -> new RefusedException(Refusal.notFound("campaign group", group)))
                    .settings()
                    .terms(group));
  }

  private static CheckRequest request(Wanted wanted, DeviceFacts facts) {
    return new CheckRequest(
        AttemptId.create(),
        facts.device(),
        wanted.clientId(),
        facts.zones(),
        ZoneKey.UNKNOWN,
        facts.country(),
        facts.state() == null ? Set.of() : Set.of(facts.state()),
        0,
        CALLER_ID_OF_THE_CALL,
        wanted.fields());
  }

  /** A short code is no valid number, but what is said of it is worth showing. */
  private static DeviceFacts facts(String text, String country) {
    String trimmed = text.strip();
    if (trimmed.indexOf('@') > 0) {
      return new DeviceFacts(
          new Device(trimmed.toLowerCase(Locale.ROOT)), null, null, null, ZoneKey.UNKNOWN);
    }
    PhoneReading reading = PhoneNumbers.parse(trimmed, country);
    if (reading instanceof PhoneReading.Dialable dialable) {
      return dialable.facts();
    }
    String digits = trimmed.replaceAll("[\\s().-]", "");
    if (digits.matches("\\+?[0-9]{3,8}")) {
      String device = digits.startsWith("+") ? digits : "+" + digits;
      return new DeviceFacts(new Device(device), null, null, null, ZoneKey.UNKNOWN);
    }
    throw new InvalidField("device", ((PhoneReading.Rejected) reading).reason());
  }
}
