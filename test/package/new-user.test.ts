import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { photo } from '../media/pictures.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'mms-new-user-'));
const at = (name: string): string => join(folder, name);
const PACKAGE = join('node_modules', 'mms-composer');

/** Packs the build and puts it where npm would, with the packages that it depends on. */
function install(): void {
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: ROOT });
  execFileSync('sh', ['-c', 'tar -xzf mms-composer-*.tgz'], { cwd: folder });
  mkdirSync(at('node_modules'));
  cpSync(at('package'), at(PACKAGE), { recursive: true });
  rmSync(at('package'), { recursive: true });
  const { dependencies }: { dependencies: object } = JSON.parse(
    readFileSync(join(at(PACKAGE), 'package.json'), 'utf8'),
  );
  for (const name of Object.keys(dependencies)) {
    symlinkSync(join(ROOT, 'node_modules', name), at(join('node_modules', name)));
  }
}

const MAIN = join(PACKAGE, 'dist/cli/main.js');
const ENVIRONMENT = { ...process.env, MMS_USERNAME: 'me', MMS_PIN: '1' };

/** Runs a line of the README as a new user would. */
function mms(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [MAIN, ...args], { cwd: folder, encoding: 'utf8', env: ENVIRONMENT });
}

/** Starts the sandbox with its store; gives its address and what it told at the start. */
async function startSandbox(): Promise<{ child: ChildProcess; url: string; told: string }> {
  const child = spawn(process.execPath, [MAIN, 'sandbox', '--port', '0', '--store', 'inbox'], {
    cwd: folder,
  });
  let told = '';
  const url = await new Promise<string>((found, failed) => {
    child.once('exit', code => failed(new Error(`the sandbox ended with ${code}: ${told}`)));
    child.stderr.on('data', (data: Buffer) => {
      told += data.toString('utf8');
      const [, address] = /send to (\S+)/.exec(told) ?? [];
      if (address !== undefined) found(address);
    });
  });
  return { child, url, told };
}

async function stop(child: ChildProcess): Promise<number | null> {
  const ended = new Promise<number | null>(done => child.once('exit', code => done(code)));
  child.kill('SIGTERM');
  return ended;
}

describe('the first hour of a new user, with the packed package in an empty folder', () => {
  beforeAll(async () => {
    install();
    const turned = photo(800, 600).withMetadata({ orientation: 6 });
    writeFileSync(at('10.jpg'), await photo(640, 480, 2).jpeg().toBuffer());
    writeFileSync(at('2.jpg'), await turned.jpeg().toBuffer());
    writeFileSync(at('2.txt'), 'two');
    writeFileSync(at('10.txt'), 'ten');
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('composes pictures in whatever order, each with its text', () => {
    expect(README).toContain('compose 2.jpg 10.jpg 2.txt 10.txt -o trip.mms');
    const { status, stderr } = mms(
      'compose',
      '10.txt',
      '2.jpg',
      '10.jpg',
      '2.txt',
      '-o',
      'trip.mms',
      '--to',
      '+447700900123',
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringContaining('error') });
  });

  it('unpacks, edits, composes: the text is found in its new letters', () => {
    expect(mms('unpack', 'trip.mms', '-d', 'trip').status).toBe(0);
    const smil = readFileSync(at('trip/smil.smil'), 'utf8').replace(/\s+/g, ' ');
    for (const number of ['2', '10']) {
      expect(smil).toMatch(
        new RegExp(
          `<par [^>]*>(?:(?!</par>).)*${number}\\.(?:jpg|txt)(?:(?!</par>).)*"${number}\\.(?:jpg|txt)`,
        ),
      );
    }
    writeFileSync(at('trip/2.txt'), 'Ελλάδα\n');
    expect(mms('unpack', 'trip.mms', '-d', 'trip').status).toBe(1);
    expect(readFileSync(at('trip/2.txt'), 'utf8')).toBe('Ελλάδα\n');
    const { status, stderr } = mms('compose', 'trip', '-o', 'trip2.mms');
    expect(status).toBe(0);
    expect(stderr).toContain('text/charset-mismatch');
    expect(mms('unpack', 'trip2.mms', '-d', 'again').status).toBe(0);
    expect(readFileSync(at('again/2.txt'), 'utf8')).toBe('Ελλάδα\n');
  });

  it('does not overwrite what it reads', () => {
    const before = readFileSync(at('trip2.mms'));
    expect(mms('compose', 'trip2.mms', '-o', 'trip2.mms').status).toBe(1);
    expect(readFileSync(at('trip2.mms'))).toEqual(before);
  });

  it('judges and adapts', () => {
    expect(mms('lint', 'trip2.mms').stdout).toMatch(/[✔✖]/);
    const { status, stdout } = mms('adapt', 'trip2.mms', '--profile', 'nokia-6230', '-o', 'small.mms');
    expect(status).toBe(0);
    expect(stdout).toMatch(/2\.jpg .*→/);
    expect(readFileSync(at('small.mms')).length).toBeLessThan(102_400);
  });

  it('sends to the sandbox, which goes on with its store', async () => {
    const first = await startSandbox();
    const sent = mms('send', 'mms', 'small.mms', '--to', '447700900123', '--server', first.url);
    expect(sent).toMatchObject({ status: 0, stdout: expect.stringContaining('accepted') });
    expect(await stop(first.child)).toBe(0);
    const second = await startSandbox();
    expect(second.told).toContain('messages in the store: 1');
    expect(mms('send', 'mms', 'small.mms', '--to', '447700900123', '--server', second.url).status).toBe(0);
    expect(await stop(second.child)).toBe(0);
  }, 60_000);
});
