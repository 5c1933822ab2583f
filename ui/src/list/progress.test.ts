import { describe, expect, it } from 'vitest';
import type { Import } from '../api/types';
import { formatOf } from './progress';

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
