package io.beckon.protocol.list;

import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.tenant.TenantId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/** Upload rules as PostgreSQL keeps them; imports that were asked for keep a rule as it was. */
public interface UploadRules {
  /** Refuses a name the tenant has already (409), and lists or selection rules it has not (422). */
  CompletionStage<UploadRuleView> create(TenantId tenant, UploadRule rule);

  CompletionStage<Optional<UploadRuleView>> find(TenantId tenant, UploadRuleId id);

  /** In the order they were made. */
  CompletionStage<Page<UploadRuleView>> page(TenantId tenant, PageRequest page);

  /**
   * @param revision the one the change is based on (else 412); empty: whatever it is
   */
  CompletionStage<UploadRuleView> change(
      TenantId tenant, UploadRuleId id, UploadRule rule, OptionalLong revision);

  CompletionStage<Void> delete(TenantId tenant, UploadRuleId id);
}
