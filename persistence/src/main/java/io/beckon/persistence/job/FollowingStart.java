package io.beckon.persistence.job;

import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.job.JobAction;
import io.beckon.protocol.job.JobSpec;
import io.beckon.protocol.job.JobTiming;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
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
        .ifPresent(group -> JobPlans.add(handle, tenant, start(group, importId, now), now));
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
