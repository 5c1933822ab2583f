package io.beckon.http.campaign;

import static akka.http.javadsl.server.Directives.complete;
import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.onSuccess;
import static akka.http.javadsl.server.Directives.parameterOptional;
import static akka.http.javadsl.server.Directives.patch;
import static akka.http.javadsl.server.Directives.path;
import static akka.http.javadsl.server.Directives.pathPrefix;
import static akka.http.javadsl.server.Directives.post;

import akka.http.javadsl.model.StatusCode;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.server.Route;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beckon.http.Bodies;
import io.beckon.http.FeatureRoutes;
import io.beckon.http.Paging;
import io.beckon.http.Paths;
import io.beckon.http.Replies;
import io.beckon.http.Revisions;
import io.beckon.protocol.InvalidField;
import io.beckon.protocol.campaign.CampaignTemplates;
import io.beckon.protocol.campaign.GroupAction;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.campaign.GroupQueries.RecordState;
import io.beckon.protocol.campaign.GroupSettings;
import io.beckon.protocol.campaign.RunStore;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code /campaign-groups}. */
public final class CampaignGroupRoutes implements FeatureRoutes {
  private final GroupDesk desk;
  private final NewGroups newGroups;
  private final RunStore runs;
  private final Clock clock;

  /** Body of {@code /start}. */
  record StartBody(@Nullable Boolean paused) {}

  /** Body of {@code /unload}. */
  record UnloadBody(@Nullable Boolean force) {}

  /** Body of {@code /recycle}. */
  record RecycleBody(List<CallResult> callResults) {}

  private record Acted(GroupView view, boolean begun) {}

  public CampaignGroupRoutes(
      GroupDesk desk, CampaignTemplates templates, RunStore runs, Clock clock) {
    this.desk = desk;
    this.newGroups = new NewGroups(templates);
    this.runs = runs;
    this.clock = clock;
  }

  @Override
  public Set<String> resources() {
    return Set.of("campaign-groups");
  }

  @Override
  public Route routes(Principal who) {
    TenantId tenant = who.tenant();
    return pathPrefix(
        "campaign-groups",
        () ->
            concat(
                Paths.end(() -> concat(get(() -> list(tenant)), post(() -> create(tenant)))),
                Paths.idPrefix(GroupId::parse, group -> one(tenant, group))));
  }

  private Route one(TenantId tenant, GroupId group) {
    return concat(
        Paths.end(
            () ->
                concat(
                    get(() -> reply(StatusCodes.OK, desk.view(tenant, group))),
                    patch(() -> Revisions.ifMatch(seen -> change(tenant, group, seen))))),
        path("why", () -> get(() -> Replies.ok(desk.why(tenant, group)))),
        path("records", () -> get(() -> records(tenant, group))),
        path("load", () -> post(() -> act(tenant, group, GroupAction.LOAD))),
        path("start", () -> post(() -> start(tenant, group))),
        path("pause", () -> post(() -> act(tenant, group, GroupAction.PAUSE))),
        path("stop", () -> post(() -> act(tenant, group, GroupAction.STOP))),
        path("unload", () -> post(() -> unload(tenant, group))),
        path("recycle", () -> post(() -> recycle(tenant, group))));
  }

  private Route list(TenantId tenant) {
    return Paging.pageOf(page -> desk.page(tenant, page));
  }

  private Route create(TenantId tenant) {
    return Bodies.json(
        ObjectNode.class,
        body ->
            reply(
                StatusCodes.CREATED,
                newGroups
                    .settings(tenant, body)
                    .thenCompose(settings -> desk.groups().create(tenant, settings))
                    .thenCompose(group -> desk.view(tenant, group))));
  }

  private Route change(TenantId tenant, GroupId group, OptionalLong revision) {
    return onSuccess(
        desk.queries().find(tenant, group),
        found ->
            Bodies.patch(
                Replies.orNotFound("campaign group", group, found).settings(),
                GroupSettings.class,
                settings ->
                    reply(
                        StatusCodes.OK,
                        desk.groups()
                            .change(tenant, group, settings, revision)
                            .thenCompose(done -> desk.view(tenant, group)))));
  }

  private static Route reply(StatusCode status, CompletionStage<GroupView> view) {
    return Revisions.reply(status, view, GroupView::revision);
  }

  private Route records(TenantId tenant, GroupId group) {
    return parameterOptional(
        "state",
        state ->
            Paging.pageOf(page -> desk.queries().records(tenant, group, recordState(state), page)));
  }

  private static @Nullable RecordState recordState(Optional<String> text) {
    String wanted = text.orElse("").toUpperCase(Locale.ROOT);
    return wanted.isEmpty()
        ? null
        : Arrays.stream(RecordState.values())
            .filter(s -> s.name().equals(wanted))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidField(
                        "state",
                        "must be one of "
                            + Arrays.toString(RecordState.values())
                            + ", was "
                            + wanted));
  }

  private Route start(TenantId tenant, GroupId group) {
    return Bodies.optionalJson(
        StartBody.class,
        new StartBody(null),
        body ->
            act(
                tenant,
                group,
                Boolean.TRUE.equals(body.paused()) ? GroupAction.START_PAUSED : GroupAction.START));
  }

  private Route unload(TenantId tenant, GroupId group) {
    return Bodies.optionalJson(
        UnloadBody.class,
        new UnloadBody(null),
        body ->
            act(
                tenant,
                group,
                Boolean.TRUE.equals(body.force()) ? GroupAction.FORCE_UNLOAD : GroupAction.UNLOAD));
  }

  private Route act(TenantId tenant, GroupId group, GroupAction action) {
    CompletionStage<Acted> acted =
        desk.groups()
            .act(tenant, group, action)
            .thenCompose(
                a -> desk.view(tenant, group).thenApply(view -> new Acted(view, a.begun())));
    return onSuccess(acted, a -> complete(Replies.json(status(a), a.view())));
  }

  private static StatusCode status(Acted acted) {
    return acted.begun() ? StatusCodes.ACCEPTED : StatusCodes.OK;
  }

  private Route recycle(TenantId tenant, GroupId group) {
    return Bodies.json(
        RecycleBody.class,
        body ->
            Replies.ok(
                desk.view(tenant, group)
                    .thenCompose(
                        there -> runs.recycle(tenant, group, body.callResults(), clock.instant()))
                    .thenCompose(count -> desk.view(tenant, group))));
  }
}
