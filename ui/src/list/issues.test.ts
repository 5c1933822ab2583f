import { describe, expect, it } from 'vitest';
import { csvRows, firstLines, issuesOf } from './issues';

describe('rejects of an import', () => {
  it('are read from CSV with quotes, commas and line breaks', () => {
    const csv =
      'row,line,column,code,reason\r\n3,4,phone,INVALID_PHONE,"too ""short"", 3\ndigits"\r\n';
    expect(issuesOf(csv)).toEqual([
      { row: 3, line: 4, column: 'phone', code: 'INVALID_PHONE', reason: 'too "short", 3\ndigits' },
    ]);
  });

  it('may be none', () => {
    expect(issuesOf('row,line,column,code,reason\r\n')).toEqual([]);
    expect(csvRows('')).toEqual([]);
  });

  it('are read only as far as they are shown', async () => {
    const csv = Array.from({ length: 10_000 }, (_, n) => `${n},x`).join('\n');
    const { text, more } = await firstLines(new Response(csv), 3);
    expect(text.split('\n')).toEqual(['0,x', '1,x', '2,x']);
    expect(more).toBe(true);
  });
});
