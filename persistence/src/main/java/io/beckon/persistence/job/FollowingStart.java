package io.beckon.persistence.job;

import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.job.JobAction;
import io.beckon.protocol.job.JobSpec;
import io.beckon.protocol.job.JobTiming;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The start of a campaign group once a file was loaded: a job like any other, so it is tried again
 * when it fails, and its outcome is kept.
 */
public final class FollowingStart {
  private FollowingStart() {}

  /** Called in the transaction that completes the import: the job is there if and only if it is. */
  public static void plan(Handle handle, TenantId tenant, ImportId importId, Instant now) {
    handle
        .createQuery("SELECT then_start FROM import WHERE import_id = ?")
        .bind(0, importId.value())
        .mapTo(Long.class)
        .findOne()
        .map(GroupId::new)
        .or(() -> planned(handle, importId, now))
        .ifPresent(group -> JobPlans.add(handle, tenant, start(group, importId, now), now));
  }

  /** A group of a template gets its id now; it is made when the job runs. */
  private static Optional<GroupId> planned(Handle handle, ImportId importId, Instant now) {
    return handle
        .createQuery(
            """
            INSERT INTO planned_group
              (group_id, tenant_id, template_id, list_id, import_id, planned_at)
            SELECT nextval('campaign_group_id_seq'), tenant_id, then_template, list_id, import_id,
              :now
            FROM import WHERE import_id = :id AND then_template IS NOT NULL
            RETURNING group_id
            """)
        .bind("id", importId.value())
        .bind("now", now)
        .mapTo(Long.class)
        .findOne()
        .map(GroupId::new);
  }

  private static JobSpec start(GroupId group, ImportId importId, Instant now) {
    return new JobSpec(
        "start after import " + importId,
        JobAction.START_GROUP,
        group,
        new JobTiming.Once(now),
        true);
  }
}
