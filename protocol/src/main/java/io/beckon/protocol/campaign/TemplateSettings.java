package io.beckon.protocol.campaign;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.dialing.CarrierSettings;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.suppression.SuppressionListId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign group is told by a template: everything of {@link GroupSettings}, with the same
 * meanings, ranges and defaults, but its name and its contact lists.
 */
public record TemplateSettings(
    Channel channel,
    @Nullable GroupMode mode,
    String carrierId,
    @Nullable String messageTemplateId,
    @Nullable String callerId,
    int maxAttemptsPerRecord,
    CarrierSettings carrierSettings,
    PacingSettings pacing,
    List<SuppressionListId> suppressionListIds,
    List<String> ruleIds,
    @Nullable CallingWindow callingWindow,
    List<Treatment> treatments) {
  private static final String SOME_NAME = "a group";
  private static final List<WeightedList> SOME_LISTS =
      List.of(new WeightedList(new ContactListId(1), 10));

  public TemplateSettings {
    suppressionListIds = List.copyOf(suppressionListIds);
    ruleIds = List.copyOf(ruleIds);
    treatments = List.copyOf(treatments);
  }

  @JsonCreator
  static TemplateSettings read(
      @JsonProperty("channel") @Nullable Channel channel,
      @JsonProperty("mode") @Nullable GroupMode mode,
      @JsonProperty("carrierId") @Nullable String carrierId,
      @JsonProperty("messageTemplateId") @Nullable String messageTemplateId,
      @JsonProperty("callerId") @Nullable String callerId,
      @JsonProperty("maxAttemptsPerRecord") @Nullable Integer maxAttemptsPerRecord,
      @JsonProperty("carrierSettings") @Nullable CarrierSettings carrierSettings,
      @JsonProperty("pacing") @Nullable PacingSettings pacing,
      @JsonProperty("suppressionListIds") @Nullable List<SuppressionListId> suppressionListIds,
      @JsonProperty("ruleIds") @Nullable List<String> ruleIds,
      @JsonProperty("callingWindow") @Nullable CallingWindow callingWindow,
      @JsonProperty("treatments") @Nullable List<Treatment> treatments) {
    return of(
        GroupSettings.read(
            SOME_NAME,
            channel,
            mode,
            carrierId,
            null,
            messageTemplateId,
            callerId,
            maxAttemptsPerRecord,
            carrierSettings,
            pacing,
            SOME_LISTS,
            suppressionListIds,
            ruleIds,
            callingWindow,
            treatments));
  }

  /** A group with all this. */
  public GroupSettings group(String templateId, String name, List<WeightedList> lists) {
    return new GroupSettings(
        name,
        channel,
        mode,
        carrierId,
        templateId,
        messageTemplateId,
        callerId,
        maxAttemptsPerRecord,
        carrierSettings,
        pacing,
        lists,
        suppressionListIds,
        ruleIds,
        callingWindow,
        treatments);
  }

  /** What a group has, for others like it. */
  public static TemplateSettings of(GroupSettings group) {
    return new TemplateSettings(
        group.channel(),
        group.mode(),
        group.carrierId(),
        group.messageTemplateId(),
        group.callerId(),
        group.maxAttemptsPerRecord(),
        group.carrierSettings(),
        group.pacing(),
        group.suppressionListIds(),
        group.ruleIds(),
        group.callingWindow(),
        group.treatments());
  }
}
