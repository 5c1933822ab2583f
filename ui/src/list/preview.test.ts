import { describe, expect, it } from 'vitest';
import {
  AS_SEEN,
  changed,
  chosenOf,
  choicesOf,
  hasTarget,
  headless,
  KEEP,
  LEAVE_OUT,
  mappingOf,
  optionsOf,
  saved,
  withFields,
  type FoundColumn,
  type Preview,
} from './preview';

const column = (position: number, name: string | null, field: string | null): FoundColumn => ({
  position,
  name,
  from: null,
  length: null,
  field,
});

const preview = (...columns: FoundColumn[]): Preview => ({
  previewId: '1',
  fileName: 'a.csv',
  bytes: 10,
  whole: true,
  format: 'CSV',
  wrapper: null,
  charset: 'UTF-8',
  delimiter: ',',
  header: true,
  columns,
  rows: [],
  error: null,
});

const THREE = [column(1, 'Tel', 'device1'), column(2, 'Kunde', 'Kunde'), column(3, 'Notiz', null)];

describe('the select above a column', () => {
  it('shows the field, that the column is kept, or that it is left out', () => {
    expect(THREE.map((c) => chosenOf(c))).toEqual(['device1', KEEP, LEAVE_OUT]);
    expect(chosenOf(column(1, 'Mail 2', 'email2'))).toBe('email2');
  });

  it('knows what is said of entries in suppression files only', () => {
    const till = column(2, 'until', 'till');
    expect(chosenOf(till, 'SUPPRESSION')).toBe('till');
    expect(chosenOf(till)).toBe(KEEP);
    const groups = (kind: 'CONTACTS' | 'SUPPRESSION') => choicesOf(till, kind).map((g) => g.group);
    expect(groups('SUPPRESSION')).toContain('Entry');
    expect(groups('CONTACTS')).not.toContain('Entry');
  });

  it('offers a further e-mail only where there is one', () => {
    const values = (c: FoundColumn) => choicesOf(c).flatMap((g) => g.items.map((i) => i.value));
    expect(values(column(1, 'Mail', 'email2'))).toContain('email2');
    expect(values(column(1, 'x', 'x'))).not.toContain('x');
  });

  it('moves a field from where it was to where it is wanted', () => {
    expect(changed(THREE, 2, 'device1')).toEqual(['Tel', 'Kunde', 'device1']);
    expect(changed(THREE, 1, LEAVE_OUT)).toEqual(['device1', null, null]);
    expect(changed(THREE, 2, KEEP)).toEqual(['device1', 'Kunde', 'Notiz']);
  });
});

describe('the mapping that is chosen', () => {
  it('finds columns by name where the name is theirs alone', () => {
    const twice = [
      column(1, 'Tel. No', 'device1'),
      column(2, 'tel_no', 'device2'),
      column(3, ' ', 'clientId'),
      column(4, 'Plz', null),
      column(5, 'Ort', 'Ort'),
    ];
    const fields = twice.map((c) => c.field);
    expect(mappingOf(preview(...twice), fields, true, 'CONTACTS').columns).toEqual([
      { field: 'device1', position: 1 },
      { field: 'device2', position: 2 },
      { field: 'clientId', position: 3 },
      { field: 'Ort', name: 'Ort' },
    ]);
  });

  it('finds columns by position where there is no header', () => {
    const file = preview(column(1, 'Ann', 'Ann'), column(2, '+1 (202) 555-0101', 'x'));
    expect(headless(file)).toEqual(['column 1', 'device1']);
    expect(mappingOf(file, headless(file), false, 'CONTACTS')).toMatchObject({
      header: false,
      columns: [
        { field: 'column 1', position: 1 },
        { field: 'device1', position: 2 },
      ],
    });
    expect(headless(preview(column(1, 'Ann', 'x'), column(2, 'a@b.org', 'x')))[1]).toBe('email');
    expect(headless(preview(column(1, 'Ann', 'x')))).toEqual(['device1']);
  });

  it('needs a device, or for suppression a client ID', () => {
    expect(hasTarget(['clientId', null], 'CONTACTS')).toBe(false);
    expect(hasTarget(['clientId', null], 'SUPPRESSION')).toBe(true);
    expect(hasTarget(['email'], 'CONTACTS')).toBe(true);
  });

  it('is saved with what was said beside it', () => {
    const reading = { ...AS_SEEN, delimiter: '¦', country: 'DE' };
    const mapping = mappingOf(preview(...THREE), ['device1', null, null], true, 'CONTACTS');
    expect(saved(mapping, reading, 'Weekly')).toMatchObject({
      name: 'Weekly',
      delimiter: '¦',
      country: 'DE',
    });
  });

  it('keeps what the mapping before said and no select says', () => {
    const before = {
      ...mappingOf(preview(...THREE), ['device1', null, null], true, 'CONTACTS'),
      delimiter: '§',
      quote: "'",
      skipLines: 2,
    };
    const next = mappingOf(preview(...THREE), ['device2', 'x', null], true, 'CONTACTS', before);
    expect(next).toMatchObject({ delimiter: '§', quote: "'", skipLines: 2 });
    expect(next.columns).toEqual([
      { field: 'device2', name: 'Tel' },
      { field: 'x', name: 'Kunde' },
    ]);
    expect(saved(next, AS_SEEN, 'n').delimiter).toBe('§');
  });
});

describe('choices that are still being looked at', () => {
  it('stand in their columns, unless they were for others', () => {
    const found = [column(1, 'a', null), column(2, 'b', 'phone1')];
    expect(withFields(found, ['clientId', null]).map((c) => c.field)).toEqual(['clientId', null]);
    expect(withFields(found, ['clientId'])).toBe(found);
    expect(withFields(found, null)).toBe(found);
  });
});

describe('the options', () => {
  it('say only what somebody has said', () => {
    expect(optionsOf(AS_SEEN)).toEqual({});
    expect(optionsOf({ ...AS_SEEN, mappingId: '7', charset: 'UTF-16' })).toEqual({
      mappingId: '7',
      charset: 'UTF-16',
    });
  });
});
