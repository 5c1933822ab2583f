// Called by Maven: builds the pages into dist/, and does nothing when their sources did not change.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

process.chdir(import.meta.dirname);

const SOURCES = ['src', 'public', 'index.html', 'package.json', 'package-lock.json'].concat(
  'tsconfig.json',
  'vite.config.ts',
);

function filesOf(path) {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries.filter((e) => e.isFile()).map((e) => join(e.parentPath ?? e.path, e.name));
}

function digest(paths) {
  const hash = createHash('sha256');
  const files = paths.flatMap((p) => (/\.\w+$/.test(p) ? [p] : filesOf(p))).sort();
  for (const file of files) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function remembered(name) {
  const file = join('target', name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function remember(name, value) {
  mkdirSync('target', { recursive: true });
  writeFileSync(join('target', name), value);
}

const npm = (...args) => execFileSync('npm', args, { stdio: 'inherit' });

const lock = digest(['package-lock.json']);
if (!existsSync('node_modules/.bin/vite') || remembered('installed') !== lock) {
  npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
  remember('installed', lock);
}

const sources = digest(SOURCES);
if (!existsSync('dist/index.html') || remembered('built') !== sources) {
  for (const old of ['dist', 'target/classes/ui']) rmSync(old, { recursive: true, force: true });
  npm('run', '--silent', 'build', '--', '--logLevel=warn');
  remember('built', sources);
}
