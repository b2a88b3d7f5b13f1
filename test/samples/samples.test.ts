import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.ts';
import { decodePdu } from '../../src/mms/index.ts';
import { decodeSms } from '../../src/sms/index.ts';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'samples-'));
const at = (name: string): string => join(folder, name);

/** Runs a sample as its user would; it imports the package by its name. */
function run(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['--import', 'tsx', ...args], { cwd: ROOT, encoding: 'utf8' });
}

describe('samples', () => {
  afterAll(() => rmSync(folder, { recursive: true }));

  it('build a message for each product of a feed and each receiver, and a check judges them', () => {
    const built = run('samples/feed/build.ts', 'samples/feed/products.json', 'samples/harbour', at('feed'));
    expect(built.stderr).toContain('[3/3] Breakfast at sunrise: 3 messages');
    const files = built.stdout.trim().split('\n');
    expect(files).toHaveLength(9);
    for (const file of files) {
      const { messageType } = decodePdu(readFileSync(join(at('feed'), file)));
      expect(messageType, file).toBe('m-send-req');
    }
    const paths = files.map(file => join(at('feed'), file));
    const good = run('samples/ci-check.ts', at('good.sarif'), '300000', ...paths);
    expect(good.stdout).toContain('9 messages, ');
    expect(good.status, good.stderr).toBe(0);
    expect(JSON.parse(readFileSync(at('good.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    const large = run('samples/ci-check.ts', at('large.sarif'), '1000', ...paths);
    expect(large.status).toBe(1);
    expect(large.stderr).toMatch(/has \d+ octets of 1000/);
  });

  it('pack a tone and a logo for ten phones', () => {
    const { stdout, status } = run('samples/phone-pack.ts', 'samples/harbour/night.png', at('pack'));
    expect(status).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(10);
    expect(readdirSync(at('pack'))).toHaveLength(10);
    for (const phone of readdirSync(at('pack'))) {
      const tpdus = readFileSync(join(at('pack'), phone, 'logo.hex'), 'utf8')
        .trim()
        .split('\n');
      expect(decodeSms(tpdus.map(line => fromHex(line))).ports?.destination).toBe(0x1582);
    }
  });

  it('send a contact to many numbers as PDUs', () => {
    const { stdout } = run('samples/contact-broadcast.ts', '+447700900123', '+447700900124');
    const lines = stdout.trim().split('\n');
    expect(new Set(lines.map(line => line.split(' ')[0]))).toEqual(
      new Set(['+447700900123', '+447700900124']),
    );
    const first = lines.filter(line => line.startsWith('+447700900123'));
    const tpdus = first.map(line => fromHex(line.split(' ')[2] ?? '').subarray(1));
    expect(first.map(line => Number(/=(\d+)/.exec(line)?.[1]))).toEqual(tpdus.map(({ length }) => length));
    expect(decodeSms(tpdus)).toMatchObject({ ports: { destination: 9204 } });
  });

  it('test an application against the sandbox', () => {
    const { status, stdout } = run('--test', 'samples/app/confirm-order.test.ts');
    expect(stdout).toMatch(/pass 2/);
    expect(status).toBe(0);
  });

  it('tell how they are used', () => {
    for (const sample of ['feed/build', 'phone-pack', 'contact-broadcast', 'ci-check']) {
      const { status, stderr } = run(`samples/${sample}.ts`);
      expect(stderr).toContain(`usage: tsx samples/${sample}.ts`);
      expect(status).toBe(2);
    }
  });
});
