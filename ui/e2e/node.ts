import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    address: string;
    password: string;
  }
}

const PASSWORD = 'browser-tests-1';
const READY = 'Beckon is ready';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Resolves when the node says that it takes work; fails with what it printed when it does not. */
function ready(node: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const listen = (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-20_000);
      if (printed.includes(READY)) resolve();
    };
    node.stdout?.on('data', listen);
    node.stderr?.on('data', listen);
    node.on('exit', (code) =>
      reject(new Error(`the node ended with ${code ?? 'a signal'}:\n${printed}`)),
    );
  });
}

/** One real node with data of its own on free ports, for all browser tests. */
export default async function setup(project: TestProject) {
  if (process.env.BECKON_URL) {
    project.provide('address', process.env.BECKON_URL);
    project.provide('password', process.env.BECKON_ADMIN_PASSWORD ?? PASSWORD);
    return;
  }
  const data = mkdtempSync(join(tmpdir(), 'beckon-browser-'));
  const [http, management, artery] = [await freePort(), await freePort(), await freePort()];
  const node = spawn(join(import.meta.dirname, '../../bin/run'), {
    env: {
      ...process.env,
      BECKON_DATA: data,
      BECKON_HTTP_PORT: String(http),
      BECKON_MANAGEMENT_PORT: String(management),
      BECKON_ARTERY_PORT: String(artery),
      BECKON_ADMIN_PASSWORD: PASSWORD,
      BECKON_PASSWORD_ITERATIONS: '1000',
      BECKON_DROP_ROOTS: tmpdir(),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(node, 'exit');
  await ready(node);
  project.provide('address', `http://127.0.0.1:${http}`);
  project.provide('password', PASSWORD);
  return async () => {
    node.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  };
}
