package io.beckon.http.job;

import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.delete;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.onSuccess;
import static akka.http.javadsl.server.Directives.patch;
import static akka.http.javadsl.server.Directives.path;
import static akka.http.javadsl.server.Directives.pathPrefix;
import static akka.http.javadsl.server.Directives.post;

import akka.http.javadsl.server.Route;
import io.beckon.http.Bodies;
import io.beckon.http.FeatureRoutes;
import io.beckon.http.Paging;
import io.beckon.http.Paths;
import io.beckon.http.Replies;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.job.JobAction;
import io.beckon.protocol.job.JobId;
import io.beckon.protocol.job.JobSpec;
import io.beckon.protocol.job.JobTiming;
import io.beckon.protocol.job.JobView;
import io.beckon.protocol.job.Jobs;
import io.beckon.protocol.job.Jobs.Kind;
import io.beckon.protocol.tenant.Principal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code /jobs} run once, {@code /schedules} again and again; both with the history of runs. */
public final class JobRoutes implements FeatureRoutes {
  record OnceBody(
      String name, JobAction action, GroupId groupId, Instant at, @Nullable Boolean enabled) {
    JobSpec spec() {
      return new JobSpec(
          name, action, groupId, new JobTiming.Once(at), !Boolean.FALSE.equals(enabled));
    }

    static OnceBody of(JobSpec spec) {
      var once = (JobTiming.Once) spec.timing();
      return new OnceBody(spec.name(), spec.action(), spec.groupId(), once.at(), spec.enabled());
    }
  }

  record RepeatedBody(
      String name,
      JobAction action,
      GroupId groupId,
      String cron,
      @Nullable String timeZone,
      @Nullable Boolean enabled) {
    JobSpec spec() {
      var timing = new JobTiming.Repeated(cron, timeZone == null ? "UTC" : timeZone);
      return new JobSpec(name, action, groupId, timing, !Boolean.FALSE.equals(enabled));
    }

    static RepeatedBody of(JobSpec spec) {
      var repeated = (JobTiming.Repeated) spec.timing();
      return new RepeatedBody(
          spec.name(),
          spec.action(),
          spec.groupId(),
          repeated.cron(),
          repeated.timeZone(),
          spec.enabled());
    }
  }

  /** One of the two resources: which jobs, and how a body becomes a spec. */
  private record Resource(
      Kind kind,
      Function<Function<JobSpec, Route>, Route> read,
      BiFunction<JobSpec, Function<JobSpec, Route>, Route> patched) {}

  private static final Resource JOBS =
      new Resource(
          Kind.ONCE,
          inner -> Bodies.json(OnceBody.class, b -> inner.apply(b.spec())),
          (now, inner) ->
              Bodies.patch(OnceBody.of(now), OnceBody.class, b -> inner.apply(b.spec())));
  private static final Resource SCHEDULES =
      new Resource(
          Kind.REPEATED,
          inner -> Bodies.json(RepeatedBody.class, b -> inner.apply(b.spec())),
          (now, inner) ->
              Bodies.patch(RepeatedBody.of(now), RepeatedBody.class, b -> inner.apply(b.spec())));

  private final Jobs jobs;
  private final CronMoments moments;

  public JobRoutes(Jobs jobs, CronMoments moments) {
    this.jobs = jobs;
    this.moments = moments;
  }

  @Override
  public Set<String> resources() {
    return Set.of("jobs", "schedules");
  }

  @Override
  public Route routes(Principal who) {
    return concat(
        pathPrefix("jobs", () -> all(who, JOBS)),
        pathPrefix("schedules", () -> concat(moments.route(), all(who, SCHEDULES))));
  }

  private Route all(Principal who, Resource resource) {
    return concat(
        Paths.end(
            () ->
                concat(
                    get(() -> Paging.pageOf(p -> jobs.list(who.tenant(), resource.kind(), p))),
                    post(
                        () ->
                            resource
                                .read()
                                .apply(spec -> Replies.created(jobs.create(who.tenant(), spec)))))),
        Paths.idPrefix(JobId::parse, id -> one(who, resource, id)));
  }

  private Route one(Principal who, Resource resource, JobId id) {
    return concat(
        Paths.end(
            () ->
                concat(
                    get(() -> Replies.found("job", id, find(who, resource, id))),
                    patch(() -> existing(who, resource, id, now -> change(who, resource, now))),
                    delete(
                        () ->
                            existing(
                                who,
                                resource,
                                id,
                                now -> Replies.noContent(jobs.delete(who.tenant(), id)))))),
        path(
            "runs",
            () ->
                get(
                    () ->
                        existing(
                            who,
                            resource,
                            id,
                            now -> Paging.pageOf(p -> jobs.runs(who.tenant(), id, p))))));
  }

  private Route change(Principal who, Resource resource, JobView now) {
    return resource
        .patched()
        .apply(now.spec(), spec -> Replies.ok(jobs.change(who.tenant(), now.id(), spec)));
  }

  private Route existing(
      Principal who, Resource resource, JobId id, Function<JobView, Route> inner) {
    return onSuccess(
        find(who, resource, id), found -> inner.apply(Replies.orNotFound("job", id, found)));
  }

  /** A schedule is not found under /jobs, nor a job under /schedules. */
  private CompletionStage<Optional<JobView>> find(Principal who, Resource resource, JobId id) {
    return jobs.find(who.tenant(), id)
        .thenApply(
            found -> found.filter(job -> (job.at() != null) == (resource.kind() == Kind.ONCE)));
  }
}
