package io.beckon.protocol.campaign;

import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.tenant.TenantId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/** Campaign templates as PostgreSQL keeps them. */
public interface CampaignTemplates {
  /** Refuses a name the tenant has already (409). */
  CompletionStage<CampaignTemplateView> create(TenantId tenant, CampaignTemplate template);

  CompletionStage<Optional<CampaignTemplateView>> find(TenantId tenant, CampaignTemplateId id);

  /** In the order they were made. */
  CompletionStage<Page<CampaignTemplateView>> page(TenantId tenant, PageRequest page);

  /**
   * Groups that were made of it stay as they are.
   *
   * @param revision the one the change is based on (else 412); empty: whatever it is
   */
  CompletionStage<CampaignTemplateView> change(
      TenantId tenant, CampaignTemplateId id, CampaignTemplate template, OptionalLong revision);

  CompletionStage<Void> delete(TenantId tenant, CampaignTemplateId id);
}
