import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { open, readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../../errors.ts';

/** Whoever holds a file, as the name of its lock tells: `FILE.PLACE-PID-BIRTH-N.lock`. */
interface Owner {
  /** Machine, its start and its space of process numbers: only within one place can a process be looked for. */
  readonly place: string;
  readonly pid: number;
  /** When the process began, in the kernel's ticks; {@link UNTOLD} where nobody tells. A later process may get its number. */
  readonly birth: string;
}

const UNTOLD = '0';

const LOCK = /^\.([0-9a-f]{8})-([0-9]{1,10})-([0-9]{1,20})-[0-9]{1,9}\.lock$/;

function textOf(read: () => string | Buffer): string {
  try {
    return String(read());
  } catch {
    return ''; // no /proc: macOS, Windows
  }
}

function thisPlace(): string {
  const boot = textOf(() => readFileSync('/proc/sys/kernel/random/boot_id'));
  const processes = textOf(() => readlinkSync('/proc/self/ns/pid'));
  return createHash('sha256').update(`${hostname()}\n${boot}\n${processes}`).digest('hex').slice(0, 8);
}

/** State and start of a process (proc(5), stat, fields 3 and 22). */
function processFacts(
  pid: number,
): { readonly state: string | undefined; readonly birth: string } | undefined {
  const stat = textOf(() => readFileSync(`/proc/${pid}/stat`));
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, birth] = [fields[0], fields[19]];
  return birth === undefined ? undefined : { state, birth };
}

function isRunning({ pid, birth }: Owner): boolean {
  const facts = processFacts(pid);
  if (facts !== undefined) {
    return facts.state !== 'Z' && facts.state !== 'X' && (birth === UNTOLD || facts.birth === birth);
  }
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: somebody else's process, so there is one.
    return errorCode(error) === 'EPERM';
  }
}

/** True when the owner has certainly ended; of one on another machine that is never certain. */
function hasEnded(owner: Owner): boolean {
  return owner.place === thisPlace() && !isRunning(owner);
}

interface LockFile {
  readonly path: string;
  readonly owner: Owner;
}

async function locksOf(path: string): Promise<readonly LockFile[]> {
  const [folder, name] = [dirname(path), basename(path)];
  const names = (await readdir(folder)).filter(one => one.startsWith(name));
  return names.flatMap(one => {
    const match = LOCK.exec(one.slice(name.length));
    if (match === null) return [];
    const [, place = '', pid, birth = ''] = match;
    return [{ path: join(folder, one), owner: { place, pid: Number(pid), birth } }];
  });
}

/** The number of the process that holds a file; `undefined` when none does. */
export async function lockHolder(path: string): Promise<number | undefined> {
  return (await locksOf(path)).find(({ owner }) => !hasEnded(owner))?.owner.pid;
}

let taken = 0;

/** A file that is held, or the lock of another that holds it already. */
type Held = { readonly release: () => Promise<void> } | { readonly heldBy: LockFile };

/**
 * Holds a file against every other that asks here. Each puts down a lock of its own name and then looks for others, so of
 * two that come at once at least one sees the other (it may be both, and neither gets it). Locks of the dead are swept.
 */
export async function holdFile(path: string): Promise<Held> {
  const { pid } = process;
  const birth = processFacts(pid)?.birth ?? UNTOLD;
  const own = `${path}.${thisPlace()}-${pid}-${birth}-${++taken}.lock`;
  await (await open(own, 'wx', 0o600)).close();
  const release = (): Promise<void> => rm(own, { force: true });
  for (const lock of await locksOf(path)) {
    if (lock.path === own) continue;
    if (!hasEnded(lock.owner)) {
      await release();
      return { heldBy: lock };
    }
    await rm(lock.path, { force: true });
  }
  return { release };
}
