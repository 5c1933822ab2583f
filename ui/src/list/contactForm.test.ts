import { describe, expect, it } from 'vitest';
import type { ListContact } from '../api/types';
import { bodyOf, formOf, hasNoName } from './contactForm';

const ANN: ListContact = {
  id: '1',
  firstName: 'Ann',
  clientId: null,
  devices: [{ value: '+12125550100' }, { value: 'ann@example.com' }],
  other: { Balance: '12:50', Segment: 'A' },
  revision: 7,
};

describe('a contact in its dialog', () => {
  it('comes back as it was when nothing is changed', () => {
    const body = bodyOf(formOf(ANN), ANN);
    expect(body).toMatchObject({
      firstName: 'Ann',
      clientId: null,
      devices: ['+12125550100', 'ann@example.com'],
      other: { Balance: '12:50', Segment: 'A' },
    });
  });

  it('says null of a field that was taken out', () => {
    const form = { ...formOf(ANN), other: 'Segment: B\n', devices: '\n+12125550101 \n' };
    expect(bodyOf(form, ANN)).toMatchObject({
      devices: ['+12125550101'],
      other: { Balance: null, Segment: 'B' },
    });
  });

  it('knows a line without a name', () => {
    expect(hasNoName('nothing')).toBe(true);
    expect(hasNoName(': x')).toBe(true);
    expect(hasNoName('a: x')).toBe(false);
  });
});
