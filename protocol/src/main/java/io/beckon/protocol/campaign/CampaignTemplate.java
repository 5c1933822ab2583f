package io.beckon.protocol.campaign;

import io.beckon.protocol.InvalidField;

/**
 * What campaign groups of one kind have in common. A group takes it over when it is made, and does
 * not change with it.
 *
 * @param name 1 to 100 characters, unique within the tenant
 */
public record CampaignTemplate(String name, TemplateSettings settings) {
  public CampaignTemplate {
    name = name.strip();
    if (name.isEmpty() || name.length() > 100) {
      throw new InvalidField("name", "has 1 to 100 characters");
    }
  }

  public CampaignTemplate named(String other) {
    return new CampaignTemplate(other, settings);
  }
}
