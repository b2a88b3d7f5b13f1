import { createHash } from 'node:crypto';
import fs, {
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { holdFile, lockHolder } from '../../../src/submit/journal/lock.ts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  path = join(folder, 'sale.journal');
});
afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  rmSync(folder, { recursive: true });
});

const NAME = /^sale\.journal\.([0-9a-f]{8})-([0-9]+)-([0-9]+)-([0-9]+)\.lock$/;

/** Holds the file and lets go of it: what its lock was called. */
async function ownLock(): Promise<readonly string[]> {
  const release = await hold();
  const [name = ''] = readdirSync(folder);
  await release();
  return NAME.exec(name) ?? [];
}

async function hold(): Promise<() => Promise<void>> {
  const held = await holdFile(path);
  if ('heldBy' in held) throw new Error(`held by ${held.heldBy.path}`);
  return held.release;
}

describe('a file that is held', () => {
  it('is held by one alone, until he lets go', async () => {
    const release = await hold();
    const locks = readdirSync(folder);
    expect(locks).toEqual([expect.stringMatching(NAME)]);
    const [lock = ''] = locks;
    expect(await holdFile(path)).toEqual({
      heldBy: {
        path: join(folder, lock),
        owner: { place: NAME.exec(lock)?.[1], pid: process.pid, birth: NAME.exec(lock)?.[3] },
      },
    });
    expect(await lockHolder(path)).toBe(process.pid);
    expect(readdirSync(folder)).toEqual(locks);
    await release();
    expect(readdirSync(folder)).toEqual([]);
    expect(await lockHolder(path)).toBeUndefined();
    await (await hold())();
  });

  it('is nobody’s who has no lock of its own name', async () => {
    const release = await hold();
    const [lock = ''] = readdirSync(folder);
    for (const name of [
      lock.replace('sale', 'bale'),
      lock.replace('.journal', '.journal2'),
      `${lock}.old`,
      lock.replace('.lock', '.lack'),
      lock.replace('sale.journal.', 'sale.journal..'),
    ])
      writeFileSync(join(folder, name), '');
    await release();
    expect(await lockHolder(path)).toBeUndefined();
    await (await hold())();
    expect(readdirSync(folder)).toHaveLength(5);
  });

  it('has locks of as many names as it is held times', async () => {
    const [first, second] = [await ownLock(), await ownLock()].map(lock => Number(lock[4]));
    expect(first).toBeGreaterThan(0);
    expect(second).toBe(Number(first) + 1);
  });

  it('is let go of even when somebody took its lock away', async () => {
    const release = await hold();
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    await release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it.runIf(process.platform !== 'win32')('has a lock that its owner alone can read', async () => {
    const release = await hold();
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    await release();
  });

  it.runIf(process.platform === 'linux')('is marked with machine, start and process space', async () => {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8');
    const place = `${hostname()}\n${boot}\n${readlinkSync('/proc/self/ns/pid')}`;
    const birth = /^\d+ \(.*\) \S (?:-?\d+ ){18}(\d+) /s.exec(readFileSync('/proc/self/stat', 'utf8'))?.[1];
    const marks = (await ownLock()).slice(1, 4);
    expect(marks).toEqual([
      createHash('sha256').update(place).digest('hex').slice(0, 8),
      String(process.pid),
      birth,
    ]);
  });

  it('is marked where nothing tells of machine and process', async () => {
    withProc({});
    const marks = (await ownLock()).slice(1, 4);
    expect(marks).toEqual([
      createHash('sha256').update(`${hostname()}\n\n`).digest('hex').slice(0, 8),
      String(process.pid),
      '0',
    ]);
  });
});

/** A `/proc` with these files alone. */
function withProc(files: Readonly<Record<string, () => string>>): void {
  const refuse = (name: unknown): string => {
    const file = files[String(name)];
    if (file === undefined) throw new Error(`ENOENT: ${String(name)}`);
    return file();
  };
  vi.spyOn(fs, 'readFileSync').mockImplementation(refuse);
  vi.spyOn(fs, 'readlinkSync').mockImplementation(refuse);
  syncBuiltinESMExports();
}

describe('the lock of a process', () => {
  const PID = 4242;
  /** As Linux tells it, of a process with an awkward name. */
  const stat = (state: string, birth: string): string =>
    `${PID} (a) b c) ${state} ${Array.from({ length: 18 }, () => '0').join(' ')} ${birth} 0 0`;

  /** Locks the file as another process of this place, or of another. */
  async function lockBy(where?: string, birth = '777'): Promise<string> {
    const [, place = ''] = await ownLock();
    const name = `sale.journal.${where ?? place}-${PID}-${birth}-1.lock`;
    writeFileSync(join(folder, name), '');
    return name;
  }

  function answering(code: string | undefined) {
    return vi.spyOn(process, 'kill').mockImplementation(() => {
      if (code !== undefined) throw Object.assign(new Error(code), { code });
      return true;
    });
  }

  it.each([
    ['runs', stat('S', '777'), true],
    ['is waited for by its parent', stat('Z', '777'), false],
    ['is about to vanish', stat('X', '777'), false],
    ['has a number that was used again', stat('S', '778'), false],
  ])('that %s', async (_, text, isHeld) => {
    withProc({ [`/proc/${PID}/stat`]: () => text });
    const kill = answering(undefined);
    const name = await lockBy();
    expect(await lockHolder(path)).toBe(isHeld ? PID : undefined);
    expect(await holdFile(path)).toEqual(
      isHeld
        ? { heldBy: { path: join(folder, name), owner: expect.objectContaining({ pid: PID, birth: '777' }) } }
        : { release: expect.any(Function) },
    );
    expect(readdirSync(folder).includes(name)).toBe(isHeld);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(kill).not.toHaveBeenCalled();
  });

  it.each([
    ['runs', 'S', true],
    ['has ended', 'Z', false],
  ])('that could not tell when it began, and %s', async (_, state, isHeld) => {
    withProc({ [`/proc/${PID}/stat`]: () => stat(state, '777') });
    await lockBy(undefined, '0');
    expect('heldBy' in (await holdFile(path))).toBe(isHeld);
  });

  it.each([
    ['that answers', undefined, true],
    ['of somebody else', 'EPERM', true],
    ['that is not there', 'ESRCH', false],
  ])('%s, where only a signal tells', async (_, code, isHeld) => {
    withProc({});
    const kill = answering(code);
    const name = await lockBy();
    expect(await lockHolder(path)).toBe(isHeld ? PID : undefined);
    expect('heldBy' in (await holdFile(path))).toBe(isHeld);
    expect(readdirSync(folder).includes(name)).toBe(isHeld);
    expect(kill).toHaveBeenCalledWith(PID, 0);
  });

  it('is respected where nobody can look: on another machine', async () => {
    withProc({});
    answering('ESRCH');
    const name = await lockBy('00000000');
    expect(await lockHolder(path)).toBe(PID);
    expect('heldBy' in (await holdFile(path))).toBe(true);
    expect(readdirSync(folder)).toEqual([name]);
  });

  it('may be swept by two at once', async () => {
    let name = '';
    withProc({
      [`/proc/${PID}/stat`]: () => {
        rmSync(join(folder, name));
        return stat('Z', '777');
      },
    });
    name = await lockBy();
    await (await hold())();
    expect(readdirSync(folder)).toEqual([]);
  });
});
