package io.beckon.http.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beckon.http.Json;
import io.beckon.protocol.InvalidField;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.campaign.CampaignTemplateId;
import io.beckon.protocol.campaign.CampaignTemplates;
import io.beckon.protocol.campaign.GroupSettings;
import io.beckon.protocol.tenant.TenantId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads the body of a new group; what it leaves out comes from the template that it names. */
final class NewGroups {
  private static final String TEMPLATE = "templateId";

  private final CampaignTemplates templates;

  NewGroups(CampaignTemplates templates) {
    this.templates = templates;
  }

  CompletionStage<GroupSettings> settings(TenantId tenant, ObjectNode body) {
    var named = body.path(TEMPLATE);
    if (named.isMissingNode() || named.isNull()) {
      return CompletableFuture.completedFuture(Json.patched(Map.of(), body, GroupSettings.class));
    }
    var id = id(named.asText());
    return templates
        .find(tenant, id)
        .thenApply(found -> found.orElseThrow(() -> unknown(id)))
        .thenApply(template -> Json.patched(template.settings(), body, GroupSettings.class));
  }

  private static CampaignTemplateId id(String text) {
    try {
      return CampaignTemplateId.parse(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidField(TEMPLATE, "must be the id of a campaign template, was " + text);
    }
  }

  private static RefusedException unknown(CampaignTemplateId id) {
    return new RefusedException(
        Refusal.invalid(
            "UNKNOWN_TEMPLATE",
            "There is no campaign template " + id + " here.",
            "Check the id, and that it belongs to your tenant."));
  }
}
