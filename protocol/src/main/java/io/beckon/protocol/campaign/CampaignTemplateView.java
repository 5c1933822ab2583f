package io.beckon.protocol.campaign;

import java.time.Instant;

/** A campaign template as the API shows it. */
public record CampaignTemplateView(
    CampaignTemplateId id,
    String name,
    TemplateSettings settings,
    Instant createdAt,
    long revision) {
  /** What may be changed. */
  public CampaignTemplate template() {
    return new CampaignTemplate(name, settings);
  }
}
