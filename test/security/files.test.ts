import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  constants,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { compose } from '../../src/cli/commands/compose.ts';
import { vcard } from '../../src/cli/commands/vcard.ts';
import { readInput, readStandardInput } from '../../src/cli/input/files.ts';
import { writeTo } from '../../src/cli/output/write-to.ts';
import { openPresentation } from '../../src/presentation/index.ts';
import { runCommand } from '../support/cli.ts';
import { compileForChild } from '../support/compiled.ts';

const CARD = 'BEGIN:VCARD\r\nVERSION:2.1\r\nN:Doe;Jane\r\nEND:VCARD\r\n';

const made: string[] = [];
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mms-files-'));
  made.push(folder);
});
afterAll(() => {
  for (const one of made) rmSync(one, { recursive: true });
});

function pipe(name: string): string {
  const path = join(folder, name);
  execFileSync('mkfifo', [path]);
  return path;
}

function card(): string {
  const path = join(folder, 'in.vcf');
  writeFileSync(path, CARD);
  return path;
}

describe('an output', () => {
  it('that is a pipe takes the octets and stays a pipe', async () => {
    const path = pipe('out.vcf');
    const read = open(path, 'r').then(async file => {
      const text = await file.readFile('utf8');
      await file.close();
      return text;
    });
    const { code } = await runCommand(vcard, [card(), '-o', path]);
    expect(lstatSync(path).isFIFO()).toBe(true);
    expect(code).toBe(0);
    expect(await read).toBe(CARD);
  });

  it('that is a link leaves the link and changes the file behind it', async () => {
    writeFileSync(join(folder, 'real.vcf'), 'old');
    symlinkSync('real.vcf', join(folder, 'near.vcf'));
    symlinkSync('near.vcf', join(folder, 'far.vcf'));
    symlinkSync('new.vcf', join(folder, 'to-new.vcf'));
    await runCommand(vcard, [card(), '-o', join(folder, 'far.vcf')]);
    await runCommand(vcard, [card(), '-o', join(folder, 'to-new.vcf')]);
    for (const link of ['near.vcf', 'far.vcf', 'to-new.vcf']) {
      expect(lstatSync(join(folder, link)).isSymbolicLink(), link).toBe(true);
    }
    for (const real of ['real.vcf', 'new.vcf']) expect(readFileSync(join(folder, real), 'utf8')).toBe(CARD);
  });

  it('that only its owner may read stays so, and a secret becomes so', async () => {
    const path = join(folder, 'private.vcf');
    writeFileSync(path, 'old', { mode: 0o600 });
    await runCommand(vcard, [card(), '-o', path]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const open = join(folder, 'mac.txt');
    writeFileSync(open, 'old');
    chmodSync(open, 0o644);
    await writeTo(open, 'secret', 0o600);
    expect(statSync(open).mode & 0o777).toBe(0o600);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'broken off by %s leaves the old file and no other',
    async signal => {
      const path = join(folder, 'out.bin');
      writeFileSync(path, 'old');
      const compiled = compileForChild('cli/output/write-to.ts');
      const script = compiled.script(
        'write.js',
        `import { writeTo } from './cli/output/write-to.js';
       const data = new Uint8Array(256 * 1024 * 1024);
       process.stdout.write('begun');
       await writeTo(${JSON.stringify(path)}, data).catch(error => { process.exitCode = error.name === 'AbortError' ? 7 : 1; });`,
      );
      const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
      await once(child.stdout, 'data');
      await untilThereAre(2, child);
      child.kill(signal);
      const [code] = await once(child, 'exit');
      compiled.remove();
      expect(code).toBe(7);
      expect(readdirSync(folder)).toEqual(['out.bin']);
      expect(readFileSync(path, 'utf8')).toBe('old');
    },
  );
});

async function untilThereAre(files: number, child: ChildProcess): Promise<void> {
  while (readdirSync(folder).length < files && child.exitCode === null) await new Promise(setImmediate);
}

/** Feeds a pipe for as long as anyone reads it; how many octets went in. */
async function feed(path: string): Promise<number> {
  const file = await open(path, constants.O_WRONLY);
  const block = new Uint8Array(64 * 1024);
  let written = 0;
  try {
    for (;;) written += (await file.write(block)).bytesWritten;
  } catch {
    return written;
  } finally {
    await file.close();
  }
}

describe('an input without end', () => {
  const MAX_BYTES = 100_000;
  /** What a pipe holds, and what a stream reads ahead. */
  const SLACK = 1024 * 1024;

  it('of a pipe is read to the limit and no further', async () => {
    const path = pipe('in');
    const fed = feed(path);
    const context = { stdin: async () => new Uint8Array() } as never;
    await expect(readInput(path, MAX_BYTES, context)).rejects.toMatchObject({ code: 'file/too-large' });
    expect(await fed).toBeLessThan(MAX_BYTES + SLACK);
  });

  it('among media is read to the limit and no further', async () => {
    const path = pipe('in.txt');
    const fed = feed(path);
    await expect(openPresentation([path], { limits: { maxAssetBytes: MAX_BYTES } })).rejects.toMatchObject({
      code: 'file/too-large',
    });
    expect(await fed).toBeLessThan(MAX_BYTES + SLACK);
  });

  it('on standard input is left as soon as it is too long', async () => {
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 1000;
        yield new Uint8Array(1000);
      }
    }
    await expect(readStandardInput(endless(), MAX_BYTES)).rejects.toMatchObject({ code: 'file/too-large' });
    expect(given).toBe(MAX_BYTES + 1000);
  });

  it('that ends is read whole from a pipe', async () => {
    const path = pipe('in.txt');
    spawn('sh', ['-c', 'printf hello > "$0"', path]);
    const output = join(folder, 'out.mms');
    const composing = runCommand(compose, [path, '-o', output]);
    expect((await composing).code).toBe(0);
    expect(readFileSync(output).includes('hello')).toBe(true);
  });
});
