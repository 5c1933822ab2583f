import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const SOURCES = join(import.meta.dirname, '..');
const CONTRACT = join(SOURCES, '../../http/src/main/resources/openapi.yaml');

const contract = parse(readFileSync(CONTRACT, 'utf8')) as { paths: Record<string, unknown> };
const offered = Object.keys(contract.paths).map(segments);
const resources = new Set(offered.map(([first]) => first));

/** A placeholder on either side stands for any one segment. */
function segments(path: string): string[] {
  const parts = path.split('?')[0]?.split('/').slice(1) ?? [];
  return parts.map((part) => (part.includes('{') ? '*' : part));
}

function isOffered(path: string): boolean {
  const wanted = segments(path);
  return offered.some(
    (known) =>
      known.length === wanted.length &&
      known.every((part, n) => part === '*' || wanted[n] === '*' || part === wanted[n]),
  );
}

/** Every literal of the sources that begins like a call of the API. */
function calls(): string[] {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'));
  const literals = sources.flatMap((file) => [
    ...readFileSync(join(SOURCES, file), 'utf8').matchAll(/['`](\/[a-z][^'`\s]*)['`]/g),
  ]);
  const paths = literals.map((match) => match[1] ?? '');
  return [...new Set(paths)].filter((path) => resources.has(segments(path)[0]));
}

describe('the contract in openapi.yaml', () => {
  it('offers everything that these pages call', () => {
    const called = calls();
    expect(called.length).toBeGreaterThan(25);
    expect(called.filter((path) => !isOffered(path))).toEqual([]);
  });
});
