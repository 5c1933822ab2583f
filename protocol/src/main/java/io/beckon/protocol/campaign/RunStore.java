package io.beckon.protocol.campaign;

import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Loading and watching runs, set by set in SQL. */
public interface RunStore {
  /**
   * Pre-load: takes over what earlier runs left unfinished, adds contacts that are new, marks what
   * is suppressed for good. One transaction; repeating it with the same run changes nothing.
   */
  CompletionStage<Long> load(Load load);

  /** Undoes a load that was given up. */
  CompletionStage<Void> forget(TenantId tenant, GroupId group, RunId run);

  /** What still stands between the run and its end. */
  CompletionStage<Remaining> remaining(TenantId tenant, GroupId group, RunId run);

  /** Makes final records with these results ready again; returns how many. */
  CompletionStage<Long> recycle(
      TenantId tenant, GroupId group, List<CallResult> results, Instant at);

  /** What to load. */
  record Load(
      TenantId tenant, GroupId group, RunId run, int slices, GroupSettings settings, Instant at) {}

  /**
   * @param waiting some record is ready, scheduled or waits in a chain
   * @param claimed some record is claimed or in flight
   */
  record Remaining(boolean waiting, boolean claimed) {}
}
