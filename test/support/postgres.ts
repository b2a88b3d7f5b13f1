import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { postgresPrograms } from './oracle.ts';

/** A PostgreSQL of a test: its own cluster in a folder of its own, reached by a socket there and by no network. */
export interface RunningPostgres {
  readonly options: { readonly host: string; readonly user: string; readonly database: string };
  /** SIGKILL, then a new start. */
  killAndRestart(): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE_MS = 60_000;
const STEP_MS = 50;

interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root: Debian's account for it is used then. */
function account(): Account {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function programOf(name: string): string {
  const folder = postgresPrograms();
  if (folder === undefined) throw new Error('there is no PostgreSQL');
  return join(folder, name);
}

function isReady(folder: string): boolean {
  try {
    execFileSync(programOf('pg_isready'), ['-h', folder, '-q']);
    return true;
  } catch {
    return false;
  }
}

async function startServer(folder: string, who: Account): Promise<ChildProcess> {
  const args = ['-D', join(folder, 'data'), '-k', folder, '-c', 'listen_addresses='];
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    // Behind a kill the memory of the server before may still be held by its last processes.
    const server = spawn(programOf('postgres'), args, { ...who, cwd: folder, stdio: 'ignore' });
    while (server.exitCode === null) {
      if (isReady(folder)) return server;
      await delay(STEP_MS);
    }
    await delay(STEP_MS);
  }
  throw new Error('PostgreSQL did not start');
}

export async function startPostgres(): Promise<RunningPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const who = account();
  chmodSync(folder, 0o755);
  if (who.uid !== undefined && who.gid !== undefined) chownSync(folder, who.uid, who.gid);
  const user = who.uid === undefined ? userInfo().username : 'postgres';
  const layout = ['-D', join(folder, 'data'), '-U', user, '-A', 'trust', '-E', 'UTF8', '--locale=C'];
  execFileSync(programOf('initdb'), [...layout, '--no-sync'], { ...who, cwd: folder, stdio: 'ignore' });
  let server = await startServer(folder, who);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  };
  return {
    options: { host: folder, user, database: 'postgres' },
    killAndRestart: async () => {
      await end('SIGKILL');
      server = await startServer(folder, who);
    },
    close: async () => {
      await end('SIGINT');
      rmSync(folder, { recursive: true });
    },
  };
}
