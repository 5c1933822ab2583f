package io.beckon.protocol.job;

import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.tenant.TenantId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Jobs as they are kept; nodes of role {@code job} run them, each once in the cluster. */
public interface Jobs {
  /** Jobs that run once, or schedules that run again and again. */
  enum Kind {
    ONCE,
    REPEATED
  }

  /** Refuses with 422 a cron that says nothing, or a group that is not the tenant's. */
  CompletionStage<JobView> create(TenantId tenant, JobSpec spec);

  /** Newest first. */
  CompletionStage<Page<JobView>> list(TenantId tenant, Kind kind, PageRequest page);

  CompletionStage<Optional<JobView>> find(TenantId tenant, JobId job);

  /** Refuses with 404 a job that is not there, with 409 one that runs at this moment. */
  CompletionStage<JobView> change(TenantId tenant, JobId job, JobSpec spec);

  /** A run that is under way ends undisturbed. */
  CompletionStage<Void> delete(TenantId tenant, JobId job);

  /** Newest first; refuses with 404 a job that is not there. */
  CompletionStage<Page<JobRunView>> runs(TenantId tenant, JobId job, PageRequest page);
}
