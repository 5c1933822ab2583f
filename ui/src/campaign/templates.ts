import { NEW_GROUP, NEW_TREATMENT, requestOf, type GroupFormValues } from './groupForm';
import type { CampaignTemplate, GroupConfig, TemplateSettings } from './types';

/** What a group has that others of its kind may have, too: all but its name and its lists. */
export function settingsOf(group: Partial<GroupConfig>): TemplateSettings {
  return {
    channel: group.channel,
    mode: group.mode,
    carrierId: group.carrierId,
    callerId: group.callerId,
    maxAttemptsPerRecord: group.maxAttemptsPerRecord,
    carrierSettings: group.carrierSettings,
    pacing: group.pacing,
    suppressionListIds: group.suppressionListIds,
    ruleIds: group.ruleIds,
    callingWindow: group.callingWindow,
    treatments: group.treatments,
  };
}

/** The form of a new group with what the template says; its name and lists stay. */
export function filled(values: GroupFormValues, settings: TemplateSettings): GroupFormValues {
  const { pacing, callingWindow } = settings;
  return {
    ...values,
    channel: settings.channel === 'SMS' ? 'SMS' : 'VOICE',
    mode: settings.mode ?? NEW_GROUP.mode,
    callerId: settings.callerId ?? '',
    maxAttemptsPerRecord: settings.maxAttemptsPerRecord ?? NEW_GROUP.maxAttemptsPerRecord,
    suppressionListIds: settings.suppressionListIds ?? [],
    ruleIds: settings.ruleIds ?? [],
    hasWindow: Boolean(callingWindow),
    from: callingWindow?.from.slice(0, 5) ?? NEW_GROUP.from,
    till: callingWindow?.till.slice(0, 5) ?? NEW_GROUP.till,
    timeZoneSource: callingWindow?.timeZoneSource ?? NEW_GROUP.timeZoneSource,
    treatments: (settings.treatments ?? []).map((treatment) => ({
      callResults: treatment.callResults,
      action: treatment.action,
      interval: treatment.interval ?? NEW_TREATMENT.interval,
      increment: treatment.increment ?? NEW_TREATMENT.increment,
      count: treatment.count ?? NEW_TREATMENT.count,
      next: treatment.next ?? NEW_TREATMENT.next,
    })),
    simulatedAgents: pacing?.simulatedAgents ?? NEW_GROUP.simulatedAgents,
    multiplier: pacing?.multiplier ?? NEW_GROUP.multiplier,
    maxCallsPerMinute: pacing?.maxCallsPerMinute ?? '',
    carrier: settings.carrierSettings ?? NEW_GROUP.carrier,
  };
}

/** The template as the form says; what the form does not show stays as it is. */
export function changed(template: CampaignTemplate, values: GroupFormValues) {
  const { name, ...group } = requestOf(values);
  const { carrierId, pacing } = template.settings;
  const told = settingsOf(group);
  return {
    name,
    settings: {
      ...told,
      carrierId: carrierId ?? told.carrierId,
      pacing: {
        ...told.pacing,
        target: pacing?.target ?? null,
        value: pacing?.value ?? null,
      },
    },
  };
}
