package io.beckon.protocol.compliance;

import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The red button. A change is acknowledged when every check sees it; else it is refused with 503
 * {@code NOT_YET_IN_FORCE} and takes effect as soon as Redis is back (until then all is denied).
 */
public interface Halts {
  /** What holds for a tenant: its own halt or one of the whole installation. */
  CompletionStage<HaltView> of(TenantId tenant);

  CompletionStage<HaltView> raise(Principal who, Scope scope, String reason);

  /** Lifting what does not stand is harmless. */
  CompletionStage<HaltView> lift(Principal who, Scope scope);

  /** How far a halt reaches. */
  enum Scope {
    TENANT,
    /** Every tenant; the operator's alone. */
    CLUSTER
  }

  /** Scope, reason, by and since are null while nothing is halted. */
  record HaltView(
      boolean halted,
      @Nullable Scope scope,
      @Nullable String reason,
      @Nullable String by,
      @Nullable Instant since) {
    public static final HaltView NONE = new HaltView(false, null, null, null, null);
  }
}
