package io.beckon.http.campaign;

import io.beckon.http.Replies;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.campaign.CampaignGroups;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.campaign.GroupQueries;
import io.beckon.protocol.campaign.GroupQueries.Summary;
import io.beckon.protocol.campaign.PacingView;
import io.beckon.protocol.compliance.RuleSets;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Puts together what is said of a group: rows, its pacer, the halt and the hours. */
public final class GroupDesk {
  private final CampaignGroups groups;
  private final GroupQueries queries;
  private final RuleSets rules;
  private final Function<TenantId, CompletionStage<Boolean>> halted;
  private final Clock clock;

  public GroupDesk(
      CampaignGroups groups,
      GroupQueries queries,
      RuleSets rules,
      Function<TenantId, CompletionStage<Boolean>> halted,
      Clock clock) {
    this.groups = groups;
    this.queries = queries;
    this.rules = rules;
    this.halted = halted;
    this.clock = clock;
  }

  /** The group as GET shows it; empty when it is not this tenant's. */
  public CompletionStage<Optional<Object>> find(TenantId tenant, GroupId group) {
    return queries
        .find(tenant, group)
        .thenCompose(
            found ->
                found.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : view(tenant, found.get()).thenApply(Optional::of));
  }

  CompletionStage<GroupView> view(TenantId tenant, GroupId group) {
    return queries
        .find(tenant, group)
        .thenCompose(found -> view(tenant, Replies.orNotFound("campaign group", group, found)));
  }

  private CompletionStage<GroupView> view(TenantId tenant, Summary summary) {
    CompletionStage<PacingView> pacing =
        summary.state().isActive()
            ? groups.pacing(tenant, summary.id())
            : CompletableFuture.completedFuture(PacingView.IDLE);
    return pacing.thenCombine(
        halted.apply(tenant), (now, halt) -> GroupView.of(summary, now, halt));
  }

  /** A page of groups as GET shows them. */
  public CompletionStage<Page<Object>> page(TenantId tenant, PageRequest request) {
    return queries
        .page(tenant, request)
        .thenCompose(
            page -> {
              List<CompletableFuture<GroupView>> views = new ArrayList<>();
              page.items().forEach(s -> views.add(view(tenant, s).toCompletableFuture()));
              return CompletableFuture.allOf(views.toArray(CompletableFuture<?>[]::new))
                  .thenApply(
                      done ->
                          new Page<>(
                              views.stream().<Object>map(CompletableFuture::join).toList(),
                              page.next()));
            });
  }

  CompletionStage<WhyView> why(TenantId tenant, GroupId group) {
    return queries
        .find(tenant, group)
        .thenCompose(
            found -> {
              Summary summary = Replies.orNotFound("campaign group", group, found);
              return queries
                  .waiting(tenant, group)
                  .thenCompose(waiting -> why(tenant, summary, waiting));
            });
  }

  private CompletionStage<WhyView> why(
      TenantId tenant, Summary summary, GroupQueries.Waiting waiting) {
    Instant at = clock.instant();
    return rules
        .current(tenant)
        .thenApply(set -> set.contactTimes(summary.settings().terms(summary.id())))
        .thenCompose(
            times ->
                groups
                    .pacing(tenant, summary.id())
                    .thenCombine(
                        halted.apply(tenant),
                        (pacing, halt) ->
                            Why.of(summary, pacing, halt, waiting, new Why.Now(at, times))));
  }

  GroupQueries queries() {
    return queries;
  }

  CampaignGroups groups() {
    return groups;
  }
}
