import { describe, expect, it } from 'vitest';
import { delimiterName, delimiterOf, OFFERED } from './delimiters';

describe('delimiters', () => {
  it('are taken by themselves, by name and by number', () => {
    expect(delimiterOf('¦')).toBe('¦');
    expect(delimiterOf(' tab ')).toBe('\t');
    expect(delimiterOf('Blank')).toBe(' ');
    expect(delimiterOf('nbsp')).toBe('\u00a0');
    expect(delimiterOf('soh')).toBe('\u0001');
    expect(delimiterOf('US')).toBe('\u001f');
    expect(delimiterOf('u+001E')).toBe('\u001e');
  });

  it('are left to the file when none is typed', () => {
    expect(delimiterOf('  ')).toBeNull();
  });

  it('are no words, quotes or line breaks', () => {
    for (const text of ['||', 'word', 'LF', 'CR', 'U+0022', 'U+0000']) {
      expect(delimiterOf(text)).toBeUndefined();
    }
  });

  it('are shown so that they can be seen and typed again', () => {
    expect(delimiterName('\u001f')).toBe('US');
    expect(delimiterName('\u2028')).toBe('U+2028');
    expect(delimiterName('x')).toBe('x');
    for (const name of OFFERED) {
      expect(delimiterName(delimiterOf(name) ?? '')).toBe(name);
    }
  });
});
