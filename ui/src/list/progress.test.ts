import { describe, expect, it } from 'vitest';
import type { Import } from '../api/types';
import { formatOf, phaseOf } from './progress';

const taken = (format: Import['format'], wrapper: Import['wrapper'], charset: string) =>
  formatOf({ format, wrapper, charset });

describe('what was taken', () => {
  it('is the charset of text and the kind of a workbook, with what it was packed in', () => {
    expect(taken('CSV', null, 'windows-1252')).toBe('windows-1252');
    expect(taken('CSV', 'GZIP', 'UTF-16LE')).toBe('UTF-16LE in GZIP');
    expect(taken('XLSX', 'ZIP', 'UTF-8')).toBe('XLSX in ZIP');
    expect(taken('XLS', null, 'UTF-8')).toBe('XLS');
  });
});

describe('what an import is at', () => {
  const at = (phase: Import['phase'], phaseDone: number) =>
    phaseOf({ phase, phaseDone, rowsRead: 1200, bytesRead: 2048, bytesTotal: 4096 } as Import);

  it('is read before there are rows', () => {
    expect(at('PREPARING', 0)).toBe('Looking at the file');
    expect(at('PREPARING', 5 << 20)).toMatch(/^Reading the file · 5.* so far$/);
  });

  it('counts rows and bytes, then what is in force', () => {
    expect(at('LOADING', 0)).toMatch(/^1,200 rows · 2.* of 4/);
    expect(at('FINISHING', 0)).toBe('1,200 rows read · finishing');
    expect(at('FINISHING', 900)).toContain('900 entries in force');
  });
});
