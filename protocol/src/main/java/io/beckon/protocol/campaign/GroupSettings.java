package io.beckon.protocol.campaign;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.beckon.protocol.compliance.CampaignTerms;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.dialing.CarrierSettings;
import io.beckon.protocol.suppression.SuppressionListId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a campaign group is told by its maker; the body of {@code POST /campaign-groups}.
 *
 * @param name 1 to 128 characters, unique within the tenant
 * @param mode PROGRESSIVE for voice; null for SMS and e-mail
 * @param carrierId {@code simulated}
 * @param callerId shown to whoever is on a list without one of its own; null: the tenant's or the
 *     carrier's own
 * @param maxAttemptsPerRecord 1 to 1000; default 10
 * @param lists at least one, each at most once
 */
public record GroupSettings(
    String name,
    Channel channel,
    @Nullable GroupMode mode,
    String carrierId,
    @Nullable String templateId,
    @Nullable String messageTemplateId,
    @Nullable String callerId,
    int maxAttemptsPerRecord,
    CarrierSettings carrierSettings,
    PacingSettings pacing,
    List<WeightedList> lists,
    List<SuppressionListId> suppressionListIds,
    List<String> ruleIds,
    @Nullable CallingWindow callingWindow,
    List<Treatment> treatments) {
  public GroupSettings {
    GroupChecks.name(name);
    GroupChecks.mode(channel, mode);
    GroupChecks.carrier(carrierId);
    GroupChecks.lists(lists);
    Checks.that(
        maxAttemptsPerRecord >= 1 && maxAttemptsPerRecord <= 1000,
        "maxAttemptsPerRecord",
        "must be 1 to 1000, was " + maxAttemptsPerRecord);
    Checks.that(
        treatments.size() <= 100, "treatments", "must be at most 100, were " + treatments.size());
    lists = List.copyOf(lists);
    suppressionListIds = List.copyOf(suppressionListIds);
    ruleIds = List.copyOf(ruleIds);
    treatments = List.copyOf(treatments);
  }

  @JsonCreator
  static GroupSettings read(
      @JsonProperty(value = "name", required = true) String name,
      @JsonProperty("channel") @Nullable Channel channel,
      @JsonProperty("mode") @Nullable GroupMode mode,
      @JsonProperty("carrierId") @Nullable String carrierId,
      @JsonProperty("templateId") @Nullable String templateId,
      @JsonProperty("messageTemplateId") @Nullable String messageTemplateId,
      @JsonProperty("callerId") @Nullable String callerId,
      @JsonProperty("maxAttemptsPerRecord") @Nullable Integer maxAttemptsPerRecord,
      @JsonProperty("carrierSettings") @Nullable CarrierSettings carrierSettings,
      @JsonProperty("pacing") @Nullable PacingSettings pacing,
      @JsonProperty(value = "lists", required = true) List<WeightedList> lists,
      @JsonProperty("suppressionListIds") @Nullable List<SuppressionListId> suppressionListIds,
      @JsonProperty("ruleIds") @Nullable List<String> ruleIds,
      @JsonProperty("callingWindow") @Nullable CallingWindow callingWindow,
      @JsonProperty("treatments") @Nullable List<Treatment> treatments) {
    Channel way = channel == null ? Channel.VOICE : channel;
    return new GroupSettings(
        name,
        way,
        mode == null && way == Channel.VOICE ? GroupMode.PROGRESSIVE : mode,
        carrierId == null ? "simulated" : carrierId,
        templateId,
        messageTemplateId,
        callerId,
        maxAttemptsPerRecord == null ? 10 : maxAttemptsPerRecord,
        carrierSettings == null ? CarrierSettings.DEFAULT : carrierSettings,
        pacing == null ? PacingSettings.DEFAULT : pacing,
        lists,
        suppressionListIds == null ? List.of() : suppressionListIds,
        ruleIds == null ? List.of() : ruleIds,
        callingWindow,
        treatments == null ? List.of() : treatments);
  }

  /** What compliance has to know of the group. */
  public CampaignTerms terms(GroupId group) {
    return new CampaignTerms(
        group,
        channel,
        suppressionListIds,
        ruleIds,
        callingWindow,
        channel == Channel.VOICE ? carrierSettings.noAnswerAfter() : Duration.ZERO,
        maxAttemptsPerRecord);
  }
}
