package io.beckon.protocol.campaign;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A campaign template; unique over all tenants. */
public record CampaignTemplateId(long value) {
  public CampaignTemplateId {
    if (value <= 0) {
      throw new IllegalArgumentException("CampaignTemplateId must be positive, was " + value);
    }
  }

  /** Reads the decimal text of an id; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static CampaignTemplateId parse(String text) {
    try {
      return new CampaignTemplateId(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a CampaignTemplateId: " + text, e);
    }
  }

  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
