import { describe, expect, it } from 'vitest';
import { typeShares, zoneShares } from './shares';

describe('shares', () => {
  it('name the commonest zones and add up the rest', () => {
    const zones = {
      'America/Chicago': 20,
      'America/New_York': 50,
      'America/Chicago|America/New_York': 10,
      '': 5,
    };
    const shares = zoneShares(zones, 15, 3);
    expect(shares.map((s) => s.label)).toEqual([
      'New York',
      'Chicago',
      'Chicago +1',
      'other zones',
    ]);
    expect(shares.map((s) => s.count)).toEqual([50, 20, 10, 20]);
    expect(shares.reduce((sum, s) => sum + s.pct, 0)).toBeCloseTo(100);
    expect(shares[2]?.title).toBe('America/Chicago, America/New_York');
  });

  it('say so where nothing is known or counted', () => {
    expect(zoneShares({ '': 2 }, 0, 4)[0]?.label).toBe('unknown');
    expect(zoneShares({}, 0, 4)).toEqual([]);
    expect(typeShares({})).toEqual([]);
  });

  it('call line types by their names', () => {
    const shares = typeShares({ EMAIL: 1, FIXED_LINE: 2, MOBILE: 5 });
    expect(shares.map((s) => s.label)).toEqual(['mobile', 'landline', 'e-mail']);
    expect(shares[0]?.pct).toBe(62.5);
  });
});
