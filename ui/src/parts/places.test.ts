import { describe, expect, it } from 'vitest';
import { HERE, ZONES } from './places';

describe('zones to choose from', () => {
  it('have the one that is meant here, and UTC, each once', () => {
    expect(ZONES).toContain(HERE);
    expect(ZONES).toContain('UTC');
    expect(new Set(ZONES).size).toBe(ZONES.length);
    expect(HERE.startsWith('Etc/')).toBe(false);
  });
});
