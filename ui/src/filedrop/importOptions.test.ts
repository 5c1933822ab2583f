import { describe, expect, it } from 'vitest';
import { optionsOf, optionValuesOf, USUAL_OPTIONS } from './importOptions';

describe('the options of a drop source', () => {
  it('are none while all is as usual', () => {
    expect(optionsOf(USUAL_OPTIONS, true)).toBeNull();
    expect(optionsOf(USUAL_OPTIONS, false)).toBeNull();
  });

  it('say every one, so that none of before stays', () => {
    const values = { ...USUAL_OPTIONS, mode: 'UPDATE', keyKind: 'COLUMN', key: ' Account ' };
    expect(optionsOf(values, true)).toEqual({
      ...{ mode: 'UPDATE', key: 'Account', dedupe: null, selectionRuleId: null },
      ...{ uploadRuleId: null, allowPremiumRate: null, mappingId: null, charset: null },
      ...{ delimiter: null, country: null, mapping: null },
    });
  });

  it('leave out what only contact lists have', () => {
    const values = {
      ...USUAL_OPTIONS,
      ...{ mode: 'REPLACE', selectionRuleId: '3', uploadRuleId: '4', allowPremiumRate: true },
    };
    expect(optionsOf(values, false)).toMatchObject({
      ...{ mode: 'REPLACE', selectionRuleId: '3', uploadRuleId: null, allowPremiumRate: null },
    });
    expect(optionsOf({ ...values, mode: 'UPDATE' }, false)).toMatchObject({ key: null });
    expect(optionsOf(values, true)).toMatchObject({ selectionRuleId: '3', uploadRuleId: null });
  });

  it('come back as they were given', () => {
    const values = {
      ...USUAL_OPTIONS,
      ...{
        mode: 'UPDATE',
        keyKind: 'COLUMN',
        key: 'Account',
        delimiter: 'PIPE',
        charset: 'UTF-16',
      },
    };
    const kept = optionsOf(values, true);
    expect(optionValuesOf(kept && { ...kept, delimiter: '|' })).toEqual(values);
    const byDevice = optionsOf({ ...values, keyKind: 'DEVICE' }, true);
    expect(optionValuesOf(byDevice)).toMatchObject({ keyKind: 'DEVICE', key: '' });
  });

  it('keep a mapping of their own until another one is chosen', () => {
    const own = { ...USUAL_OPTIONS, mapping: { name: 'ours' } };
    expect(optionsOf(own, true)?.mapping).toEqual({ name: 'ours' });
    expect(optionsOf({ ...own, mappingId: '7' }, true)?.mapping).toBeNull();
  });
});
