import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const MODULE = join(import.meta.dirname, '../../cluster-config');
const SERVER = 'src/test/java/io/beckon/clusterconfig/list/LoopbackFtp.java';

/** A real FTP server, Apache's, for user beckon with password right. */
export interface Ftp {
  url: string;
  /** Puts a whole file there at once. */
  put: (name: string, text: string) => void;
  append: (name: string, text: string) => void;
  stop: () => Promise<void>;
}

/** Only what the server needs: it is to keep quiet. */
function classPath(): string {
  const jars = readFileSync(join(MODULE, 'target/test-dependencies'), 'utf8').trim().split(':');
  return jars.filter((jar) => /\/(ftp(server|let)|mina-core|slf4j-api)[^/]*$/.test(jar)).join(':');
}

export async function startFtp(): Promise<Ftp> {
  const home = mkdtempSync(join(tmpdir(), 'beckon-ftp-'));
  const server = spawn('java', ['-Xmx128m', '-cp', classPath(), join(MODULE, SERVER), home], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  const lines = createInterface({ input: server.stdout });
  const [said] = (await Promise.race([
    once(lines, 'line'),
    ended.then(([code]) => Promise.reject(new Error(`the FTP server ended with ${String(code)}`))),
  ])) as [string];
  return {
    url: `ftp://127.0.0.1:${said.replace('port=', '')}/`,
    put: (name, text) => {
      const hidden = join(home, `.${name}`);
      appendFileSync(hidden, text);
      renameSync(hidden, join(home, name));
    },
    append: (name, text) => appendFileSync(join(home, name), text),
    stop: async () => {
      server.stdin.end();
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}
