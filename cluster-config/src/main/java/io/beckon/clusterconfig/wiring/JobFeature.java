package io.beckon.clusterconfig.wiring;

import akka.Done;
import akka.actor.CoordinatedShutdown;
import io.beckon.clusterconfig.node.Node;
import io.beckon.clusterconfig.node.NodeRole;
import io.beckon.http.job.CronMoments;
import io.beckon.http.job.JobEvents;
import io.beckon.http.job.JobRoutes;
import io.beckon.persistence.campaign.PostgresPlannedGroups;
import io.beckon.persistence.job.Crons;
import io.beckon.persistence.job.JobRunner;
import io.beckon.persistence.job.PostgresJobs;
import io.beckon.persistence.reference.ReferenceRefresh;
import io.beckon.protocol.campaign.CampaignGroups;
import io.beckon.protocol.campaign.GroupAction;
import io.beckon.protocol.campaign.PlannedGroups;
import io.beckon.protocol.job.JobAction;
import io.beckon.protocol.job.JobActions;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Puts together jobs and schedules on a node, and runs them on nodes of role job. */
final class JobFeature {
  private JobFeature() {}

  static void start(Node node, CampaignGroups groups, Rest rest, ReferenceRefresh referenceData) {
    var database = node.stores().database();
    var jobs = new PostgresJobs(database, node.changes(), node.clock());
    rest.add(new JobRoutes(jobs, new CronMoments(new Crons(), node.clock())));
    rest.show(new JobEvents(jobs));
    if (node.has(NodeRole.JOB)) {
      var runner =
          new JobRunner(
              database,
              actions(groups, new PostgresPlannedGroups(database)),
              node.changes(),
              node.clock(),
              new JobRunner.Node(node.name(), JobRunner.Pace.USUAL),
              List.of(referenceData.task()));
      runner.start();
      stopBeforeTheCluster(node, runner);
    }
  }

  /** A group that is only planned is made first. */
  private static JobActions actions(CampaignGroups groups, PlannedGroups planned) {
    return (tenant, action, group) ->
        planned
            .settings(tenant, group)
            .thenCompose(
                settings ->
                    settings.isPresent()
                        ? groups.create(tenant, group, settings.get())
                        : CompletableFuture.completedFuture(group))
            .thenCompose(there -> groups.act(tenant, group, groupAction(action)))
            .thenApply(
                accepted ->
                    accepted.begun()
                        ? "The group is " + accepted.state() + "."
                        : "There was nothing to do: the group is " + accepted.state() + ".");
  }

  private static GroupAction groupAction(JobAction action) {
    return switch (action) {
      case LOAD_GROUP -> GroupAction.LOAD;
      case START_GROUP -> GroupAction.START;
      case PAUSE_GROUP -> GroupAction.PAUSE;
      case STOP_GROUP -> GroupAction.STOP;
      case UNLOAD_GROUP -> GroupAction.UNLOAD;
    };
  }

  private static void stopBeforeTheCluster(Node node, JobRunner runner) {
    CoordinatedShutdown.get(node.context().getSystem())
        .addTask(
            CoordinatedShutdown.PhaseServiceStop(),
            "stop-jobs",
            () ->
                CompletableFuture.supplyAsync(
                    () -> {
                      runner.close();
                      return Done.getInstance();
                    }));
  }
}
