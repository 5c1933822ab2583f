package io.beckon.protocol.compliance;

import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/**
 * A tenant's compliance rules. A change is acknowledged when every check uses it: committed in
 * PostgreSQL and its version set in Redis; else it is refused with 503 {@code NOT_YET_IN_FORCE} and
 * takes effect as soon as Redis is back.
 */
public interface Rules {
  CompletionStage<Page<Rule>> page(TenantId tenant, PageRequest page);

  CompletionStage<Optional<Rule>> find(TenantId tenant, RuleId id);

  /**
   * What the rule said, version by version, newest first; also of a rule that was deleted, as
   * decisions still name it. Refuses a rule there never was (404).
   */
  CompletionStage<Page<Version>> versions(TenantId tenant, RuleId id, PageRequest page);

  /** Refuses a name the tenant has already (409). */
  CompletionStage<Rule> create(Principal who, RuleSpec spec);

  /**
   * The next version of the rule; decisions made by the earlier ones still name them.
   *
   * @param version the one the change is based on (else 412); empty: whatever it is
   */
  CompletionStage<Rule> change(Principal who, RuleId id, RuleSpec spec, OptionalLong version);

  CompletionStage<Void> delete(Principal who, RuleId id);

  /**
   * One version of a rule.
   *
   * @param by who wrote it
   * @param at when it was written
   */
  record Version(int version, RuleSpec spec, String by, Instant at) {}

  /**
   * A stored rule.
   *
   * @param version 1 for the first
   */
  record Rule(RuleId id, int version, RuleSpec spec, Instant createdAt, Instant updatedAt) {
    public RuleRef ref() {
      return new RuleRef(id.toString(), spec.type(), version);
    }
  }
}
