import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { checkManifest } from '../../src/manifest/index.ts';
import { TARGETS } from '../fuzz/targets.ts';
import { type Compiled, compileForChild } from '../support/compiled.ts';
import { expectLinear } from '../support/growth.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Reads inputs with functions of the public surface and prints what came of each. */
const READ_ALL = `
const { readFileSync } = await import('node:fs');
const { inspect } = await import('node:util');
const [, , jobs, isFrozen] = process.argv;
const entries = ['index', 'mms', 'wsp', 'smil', 'sms', 'push', 'provisioning', 'ems', 'smart', 'ringtone', 'cards', 'media', 'submit'];
const exported = Object.assign({}, ...(await Promise.all(entries.map(entry => import('./public/' + entry + '.js')))));
if (isFrozen === 'frozen') {
  Object.freeze(Object.prototype);
  Object.freeze(Array.prototype);
}
for (const { name, input } of JSON.parse(readFileSync(jobs, 'utf8'))) {
  let outcome;
  try {
    outcome = inspect(await exported[name](new Uint8Array(Buffer.from(input, 'hex'))), { depth: 9 });
  } catch (error) {
    outcome = error.name + ' ' + error.code + ' ' + error.message;
  }
  console.log(name + ' ' + outcome);
}
`;

/** Decoders that take octets and nothing else. */
const PLAIN = [
  ...['decodePdu', 'decodeMultipart', 'decodePush', 'decodeWbxml', 'decodeProvisioning', 'decodeSubmit'],
  ...['decodeUdh', 'decodeRingingTone', 'fromMidi', 'decodeOtaBitmap', 'decodePictureMessage', 'decodeWbmp'],
  ...['parseVCard', 'parseVCalendar', 'parseRtttl', 'parseIMelody', 'parseSmil', 'parseProvisioning'],
  ...['decodeForm', 'parseResponse'],
];

/** Names of properties of Object, where names are read. */
const NAMES = [
  ['parseSmil', '<smil><body><par __proto__="1" constructor="2" toString="3"/></body></smil>'],
  ['parseVCard', 'BEGIN:VCARD\nVERSION:2.1\n__proto__;constructor=1:x\nN:a\nEND:VCARD\n'],
  ['decodeForm', 'Username=A&PIN=1&SendTo=447700900123&__proto__=1&constructor=2&Message=x'],
  ['parseResponse', 'MessageIdentifier=1&Report=0&__proto__=1&constructor=2'],
] as const;

describe('R1: frozen prototypes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'frozen-'));
  let compiled: Compiled | undefined;
  afterAll(() => {
    compiled?.remove();
    rmSync(folder, { recursive: true });
  });

  it('and no __proto__ change nothing that is read', async () => {
    const jobs: { name: string; input: string }[] = NAMES.map(([name, text]) => ({
      name,
      input: Buffer.from(text).toString('hex'),
    }));
    for (const { name, corpus } of TARGETS.filter(target => PLAIN.includes(target.name))) {
      const inputs = (await corpus()).slice(0, 12);
      for (const input of inputs) jobs.push({ name, input: Buffer.from(input).toString('hex') });
    }
    writeFileSync(join(folder, 'jobs.json'), JSON.stringify(jobs));
    const entries = [
      'index',
      'mms',
      'wsp',
      'smil',
      'sms',
      'push',
      'provisioning',
      'ems',
      'smart',
      'ringtone',
    ];
    const files = [...entries, 'cards', 'media', 'submit'].map(entry => `public/${entry}.ts`);
    compiled = compileForChild(...files);
    const script = compiled.script('read-all.js', READ_ALL);
    const outcomes = (flags: readonly string[], mode: string): string => {
      const args = [...flags, script, join(folder, 'jobs.json'), mode];
      const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
      expect(stderr).toBe('');
      return stdout;
    };
    const usual = outcomes([], 'usual');
    expect(usual.match(/^\w+ (?:TypeError|RangeError|Error) .*/gm)).toBeNull();
    expect(usual.length).toBeGreaterThan(10_000);
    const before = usual.split('\n');
    const after = outcomes(['--disable-proto=throw'], 'frozen').split('\n');
    expect(after.filter((line, index) => line !== before[index]).slice(0, 5)).toEqual([]);
  });
});

describe('R2: a manifest', () => {
  it('with __proto__ is refused', () => {
    for (const text of ['{"__proto__": {"subject": "x"}}', '{"slides": [{"__proto__": {}}]}']) {
      expect(checkManifest(JSON.parse(text)).filter(({ severity }) => severity === 'error')).not.toEqual([]);
    }
    expect(Object.hasOwn(Object.prototype, 'subject')).toBe(false);
  });
});

describe('R4: a megabyte of one character', () => {
  const texts = TARGETS.filter(({ kind, name }) => kind === 'text' && name !== 'readProfile');
  it.each(texts)('is read or refused in linear time by $name', async ({ read }) => {
    for (const character of ['a', ',', '=', ' ']) {
      expectLinear(size => {
        const input = Buffer.alloc(size, character);
        try {
          read(input);
        } catch (error) {
          expect(error).toMatchObject({ name: 'MmsError' });
        }
      }, 2 ** 20);
    }
  });
});

describe('R5: the package', () => {
  const { scripts, dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

  it('runs nothing when it is installed', () => {
    for (const name of ['preinstall', 'install', 'postinstall', 'prepare'])
      expect(scripts).not.toHaveProperty(name);
  });

  it('needs no version with a known fault', () => {
    const least = {
      'fast-xml-parser': '5.10.1',
      jszip: '3.10.1',
      sharp: '0.35.0',
      'file-type': '21.3.2',
      undici: '7.28.0',
    };
    const number = (version: string): number =>
      version
        .replace(/^\D*/, '')
        .split('.')
        .reduce((sum, part) => sum * 1000 + Number(part), 0);
    for (const [name, version] of Object.entries(least)) {
      expect(number(dependencies[name] ?? version), name).toBeGreaterThanOrEqual(number(version));
    }
  });

  it('makes no program of a text', () => {
    const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter(name =>
      name.endsWith('.ts'),
    );
    const guilty = files.filter(file =>
      /\beval\(|new Function\(|from 'node:vm'/.test(readFileSync(join(ROOT, 'src', file), 'utf8')),
    );
    expect(guilty).toEqual([]);
  });
});

describe('R6: after close', () => {
  it('no handle is open: the process ends by itself', async () => {
    const script = `
      import { startSandbox } from ${JSON.stringify(pathToFileURL(join(ROOT, 'src/sandbox/index.ts')).href)};
      import { GatewayClient } from ${JSON.stringify(pathToFileURL(join(ROOT, 'src/submit/index.ts')).href)};
      const sandbox = await startSandbox();
      const client = new GatewayClient({ username: 'A.1', pin: '123456', servers: [sandbox.url] });
      const message = { kind: 'text', to: ['447700900123'], text: 'x' };
      const { outcome } = await client.send(message);
      sandbox.fault({ kind: 'hang' });
      await client.send(message, { signal: AbortSignal.timeout(100), throwOnFailure: false });
      await sandbox.close();
      console.log(outcome);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      cwd: ROOT,
    });
    let printed = '';
    child.stdout.on('data', data => {
      printed += data;
    });
    child.stderr.on('data', data => {
      printed += data;
    });
    const [code] = await once(child, 'close');
    expect([printed.trim(), code]).toEqual(['accepted', 0]);
  });
});
