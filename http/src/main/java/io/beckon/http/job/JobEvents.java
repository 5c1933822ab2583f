package io.beckon.http.job;

import io.beckon.http.event.EventView;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.event.ChangeKind;
import io.beckon.protocol.job.JobId;
import io.beckon.protocol.job.JobView;
import io.beckon.protocol.job.Jobs;
import io.beckon.protocol.tenant.TenantId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Jobs and schedules among the live events. */
public final class JobEvents implements EventView {
  private final Jobs jobs;

  public JobEvents(Jobs jobs) {
    this.jobs = jobs;
  }

  @Override
  public ChangeKind kind() {
    return ChangeKind.JOB;
  }

  @Override
  public CompletionStage<Optional<?>> load(TenantId tenant, String id) {
    return jobs.find(tenant, JobId.parse(id)).thenApply(found -> found);
  }

  @Override
  public CompletionStage<Map<String, JobView>> list(TenantId tenant) {
    var page = PageRequest.first();
    return jobs.list(tenant, Jobs.Kind.REPEATED, page)
        .thenCombine(
            jobs.list(tenant, Jobs.Kind.ONCE, page),
            (schedules, once) -> {
              var all = new LinkedHashMap<String, JobView>();
              schedules.items().forEach(job -> all.put(job.id().toString(), job));
              once.items().forEach(job -> all.put(job.id().toString(), job));
              return all;
            });
  }
}
