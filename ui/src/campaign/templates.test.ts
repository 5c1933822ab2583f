import { describe, expect, it } from 'vitest';
import { NEW_GROUP, requestOf } from './groupForm';
import { changed, filled, settingsOf } from './templates';

describe('a campaign template', () => {
  const group = requestOf({
    ...NEW_GROUP,
    name: 'Spring',
    lists: [{ id: '1', weight: 10 }],
    callerId: '+12125550100',
    maxAttemptsPerRecord: 3,
    hasWindow: true,
    from: '17:00',
    maxCallsPerMinute: 60,
  });

  it('has everything of a group but its name and lists', () => {
    const settings = settingsOf(group);
    expect(Object.keys(settings)).not.toContain('name');
    expect(Object.keys(settings)).not.toContain('lists');
    const { name, lists } = group;
    expect({ name, lists, ...settings }).toEqual(group);
  });

  it('fills the form of a new group, whose name and lists stay', () => {
    const begun = { ...NEW_GROUP, name: 'Summer', lists: [{ id: '2', weight: 5 }] };
    const made = requestOf(filled(begun, settingsOf(group)));
    expect(made).toEqual({ ...group, name: 'Summer', lists: [{ id: '2', weight: 5 }] });
  });

  it('is changed where the form says so, and keeps what the form does not show', () => {
    const settings = settingsOf({
      ...group,
      carrierId: 'sip',
      pacing: {
        simulatedAgents: 1,
        multiplier: 1,
        maxCallsPerMinute: null,
        ...group.pacing,
        target: 'ABANDON_RATE',
        value: 3,
      },
    });
    const template = { id: '1', name: 'Evenings', settings, createdAt: '', revision: 1 };
    const form = filled({ ...NEW_GROUP, name: 'Evenings' }, settings);
    expect(changed(template, form)).toEqual({ name: 'Evenings', settings });
    expect(changed(template, { ...form, name: ' Late ', maxAttemptsPerRecord: 5 })).toEqual({
      name: 'Late',
      settings: { ...settings, maxAttemptsPerRecord: 5 },
    });
  });
});
