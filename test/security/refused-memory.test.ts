import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.ts';
import { rawArchive } from '../archive/zip/raw-archive.ts';
import { hugePng } from '../media/hostile-pictures.ts';
import { concat, utf8 } from '../media/samples.ts';
import { type Compiled, compileForChild } from '../support/compiled.ts';
import { median } from '../support/median.ts';

/** The whole process, with Node and the library; newer versions of Node take some more for themselves. */
const MOST_MB = process.versions.node.startsWith('20.') ? 110 : 125;

/** Entrances by name: the room, and what is called of it. */
const READERS = {
  decodePdu: ['mms', 'room.decodePdu(data)'],
  'Presentation.fromMms': ['presentation', 'room.Presentation.fromMms(data)'],
  'Presentation.fromZip': ['presentation', 'room.Presentation.fromZip(data)'],
  readZip: ['archive', 'room.readZip(data)'],
  decodeMultipart: ['wsp', 'room.decodeMultipart(data)'],
  decodePush: ['wsp', 'room.decodePush(data)'],
  decodeServiceIndication: ['push', 'room.decodeServiceIndication(data)'],
  decodeProvisioning: ['provisioning', 'room.decodeProvisioning(data)'],
  parseXml: ['xml', 'room.parseXml(data)'],
  parseSmil: ['smil', 'room.parseSmil(data)'],
  readProfile: ['media', 'room.readProfile(data, "own")'],
  readManifest: ['manifest', 'refused(await room.readManifest(data.toString()))'],
  decodeForm: ['submit', 'room.decodeForm(data, { maxRecipients: 10_000 })'],
  parseMm7Request: ['submit', 'room.parseMm7Request(data)'],
  decodeWbmp: ['bitmap', 'room.decodeWbmp(data)'],
  decodeOtaBitmap: ['smart', 'room.decodeOtaBitmap(data)'],
  decodeRingingTone: ['ringtone', 'room.decodeRingingTone(data)'],
  fromMidi: ['ringtone', 'room.fromMidi(data)'],
  parseRtttl: ['ringtone', 'room.parseRtttl(data)'],
  parseVCard: ['cards', 'room.parseVCard(data)'],
  decodeSms: ['sms', 'room.decodeSms([data])'],
  decodeImage: ['media', 'room.decodeImage(data)'],
  adaptImage: ['media', 'room.adaptImage(data, { maxWidth: 64, maxHeight: 64 })'],
} as const;

type Reader = keyof typeof READERS;

const HEAD = '8c848501018d92';
const FOUR_GB = '8fffffff7f';
const MB = 1e6;

function uintvar(value: number): Uint8Array {
  const octets = [value & 0x7f];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) octets.unshift(0x80 | (rest & 0x7f));
  return Uint8Array.from(octets);
}

function repeated(hex: string, count: number): Uint8Array {
  const piece = fromHex(hex);
  const octets = new Uint8Array(piece.length * count);
  for (let i = 0; i < count; i++) octets.set(piece, i * piece.length);
  return octets;
}

/** A multipart in a multipart and so on: the headers of each part are one octet, its type. */
function nestedMultipart(depth: number): Uint8Array {
  const pieces: Uint8Array[] = [Uint8Array.of(0)];
  let length = 1;
  for (let i = 0; i < depth; i++) {
    const head = concat([1, 1], uintvar(length), [0xa3]);
    pieces.push(head);
    length += head.length;
  }
  return concat(...pieces.reverse());
}

/** A WBXML document whose body names one long text of its string table a million times. */
function longTable(publicId: number): Uint8Array {
  const table = new Uint8Array(MB).fill(0x61);
  table[MB - 1] = 0;
  return concat([2, publicId, 0x6a], uintvar(MB), table, [0x45], repeated('8300', MB), [1]);
}

function zeros(): Uint8Array {
  const data = new Uint8Array(43 * MB);
  return rawArchive([
    { name: 'zeros.bin', data, packed: new Uint8Array(deflateRawSync(data, { level: 9 })) },
  ]);
}

function declared(size: number): Uint8Array {
  return rawArchive([{ name: 'a.jpg', data: 'x', size, local: { size } }]);
}

const attributes = (count: number): string =>
  `<smil ${Array.from({ length: count }, (_, i) => `a${i}=""`).join(' ')}/>`;
const numbers = (count: number): string =>
  Array.from({ length: count }, (_, i) => 447_700_900_000 + i).join(',');

const XML = ['parseXml', 'parseSmil', 'readProfile', 'parseMm7Request'] as const;
const PDU = ['decodePdu', 'Presentation.fromMms'] as const;
const ZIP = ['readZip', 'Presentation.fromZip'] as const;

type Row = readonly [name: string, input: () => Uint8Array, code: RegExp, ...readers: Reader[]];

/** What lies about its size, or is too much. */
const ROWS: readonly Row[] = [
  ['4 G parts', () => fromHex(`${HEAD}84a3${FOUR_GB}`), /^wsp\/length-overrun$/, ...PDU],
  [
    '1.7 million parts',
    () => concat(fromHex(`${HEAD}84a3`), uintvar(1_700_000), repeated('010083', 1_700_000)),
    /^wsp\/too-many-parts$/,
    ...PDU,
  ],
  [
    '2.5 million header fields',
    () => concat(fromHex(HEAD), repeated('8680', 2_500_000)),
    /^mms\/too-many-headers$/,
    ...PDU,
  ],
  ['10 000 in each other', () => nestedMultipart(10_000), /^wsp\/too-deep$/, 'decodeMultipart'],
  ['headers of 4 GB', () => fromHex(`0106${FOUR_GB}ae`), /^wsp\/length-overrun$/, 'decodePush'],
  ['a string table of 1 MB', () => longTable(5), /^wbxml\/too-large$/, 'decodeServiceIndication'],
  ['a string table of 1 MB', () => longTable(0x0b), /^wbxml\/too-large$/, 'decodeProvisioning'],
  ['4 GB declared', () => declared(0xfffffffe), /^zip\/too-large$/, ...ZIP],
  ['43 MB of zeros', zeros, /^zip\/too-large$/, ...ZIP],
  ['10 000 in each other', () => utf8('<a>'.repeat(10_000)), /^xml\/too-deep$/, ...XML],
  ['4000 attributes', () => utf8(attributes(4000)), /^xml\/too-many-attributes$/, ...XML],
  [
    'an internal subset',
    () => utf8('<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">]><a>&a;</a>'),
    /\/(?:doctype-internal-subset|invalid-profile)$/,
    ...XML,
  ],
  ['10 MB', () => utf8(`<smil>${'<a/>'.repeat(2_500_000)}</smil>`), /^xml\/too-large$/, ...XML],
  ['10 MB', () => utf8(`slides: [${'a,'.repeat(5_000_000)}]`), /^manifest\/too-large$/, 'readManifest'],
  [
    'a million tokens',
    () => utf8(`slides: [${'a,'.repeat(500_000)}]`),
    /^manifest\/too-large$/,
    'readManifest',
  ],
  [
    '10 000 in each other',
    () => utf8(`slides: ${'['.repeat(10_000)}`),
    /^manifest\/too-deep$/,
    'readManifest',
  ],
  ['690 000 numbers', () => utf8(`SendTo=${numbers(690_000)}`), /^submit\/unreadable-form$/, 'decodeForm'],
  ['9 million &', () => utf8('&'.repeat(9 * MB)), /^submit\/unreadable-form$/, 'decodeForm'],
  ['4 G by 4 G pixels', () => fromHex(`0000${FOUR_GB}${FOUR_GB}ff`), /^bitmap\/too-large$/, 'decodeWbmp'],
  ['65535 by 65535 pixels', () => fromHex('10ffffffff0100000000'), /^bitmap\/too-large$/, 'decodeOtaBitmap'],
  ['5 MB', () => new Uint8Array(5 * MB).fill(0x55), /^ringtone\/not-a-ringing-tone$/, 'decodeRingingTone'],
  [
    '5 MB',
    () =>
      concat(fromHex('4d546864000000060000000100604d54726bffffffff'), repeated('109045400a80457f', 600_000)),
    /^ringtone\/too-long$/,
    'fromMidi',
  ],
  ['5 MB', () => utf8(`a:d=4:${'c,'.repeat(2_500_000)}c`), /^ringtone\/too-long$/, 'parseRtttl'],
  [
    '10 MB',
    () => utf8(`BEGIN:VCARD\r\n${'TEL:1\r\n'.repeat(1_500_000)}`),
    /^text\/too-many-lines$/,
    'parseVCard',
  ],
  ['5 MB', () => new Uint8Array(5 * MB).fill(0x41), /^bytes\/truncated$/, 'decodeSms'],
  ['64 million pixels', () => hugePng(8000), /^media\/too-many-pixels$/, 'decodeImage', 'adaptImage'],
];

/** Commands that are given an endless standard input. */
const COMMANDS = [
  ...[
    'decode -',
    'inspect -',
    'lint -',
    'compose - -o out.mms',
    'preview - -o out.html',
    'adapt - -o out.mms --max-size 1000',
  ],
  ...['unpack - -d out', 'ringtone - --to rtttl', 'vcard -', 'vcal -', 'bitmap - --kind wbmp'],
  ...['send text --to +447700900123 --input - --dry-run', 'ems --input -'],
];

const PEAK = `
const peakMb = () => Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024;
`;

/** Reads the files one after the other; the peak of the memory begins anew for each. */
const READ = `
import { readFileSync, writeFileSync } from 'node:fs';
${PEAK}
const refused = ({ issues }) => {
  const error = issues.find(({ severity }) => severity === 'error');
  if (error !== undefined) throw error;
};
const room = await import('./ROOM/index.js');
const run = async data => CALL;
const results = [];
for (const file of process.argv.slice(2)) {
  gc();
  writeFileSync('/proc/self/clear_refs', '5');
  const code = await run(readFileSync(file)).then(() => 'accepted', error => error.code ?? error.stack);
  results.push({ code, peakMb: Math.round(peakMb()) });
}
process.stdout.write(JSON.stringify(results));
`;

/** Runs the command line; its peak goes to the file that the first word names. */
const COMMAND = `
import { readFileSync, writeFileSync } from 'node:fs';
${PEAK}
const [report] = process.argv.splice(2, 1);
process.on('exit', () => writeFileSync(report, String(Math.round(peakMb()))));
await import('./cli/main.js');
`;

interface Result {
  readonly code: string;
  readonly peakMb: number;
}

/** The peak of the resident memory is asked of the system, as Linux tells it. */
describe.skipIf(process.platform !== 'linux')('what is refused takes little memory', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mms-refused-'));
  let compiled: Compiled;
  beforeAll(() => {
    const rooms = new Set(Object.values(READERS).map(([room]) => `${room}/index.ts`));
    compiled = compileForChild('cli/main.ts', 'cli/commands.ts', ...rooms);
  });
  afterAll(() => {
    compiled.remove();
    rmSync(folder, { recursive: true });
  });

  /** One process a reader: what is loaded for another, and what another left, takes no part. */
  const read = (reader: Reader, files: readonly string[]): readonly Result[] => {
    const [room, call] = READERS[reader];
    const script = compiled.script('read.js', READ.replace('ROOM', room).replace('CALL', call));
    const output = execFileSync(process.execPath, ['--expose-gc', script, ...files], { timeout: 60_000 });
    return JSON.parse(output.toString());
  };

  it.each(Object.keys(READERS) as Reader[])('%s', reader => {
    const rows = ROWS.filter(([, , , ...readers]) => readers.includes(reader));
    const files = rows.map((_, i) => join(folder, `${i}`));
    for (const [i, [, input]] of rows.entries()) writeFileSync(files[i] ?? '', input());
    const results = read(reader, files);
    expect(results.length).toBeGreaterThan(0);
    for (const [i, [name, , code]] of rows.entries()) {
      const { peakMb, code: found } = results[i] ?? { peakMb: Number.NaN, code: 'nothing' };
      console.info(`${reader}, ${name}: ${peakMb} MB, ${found}`);
      expect.soft(found, name).toMatch(code);
      expect.soft(peakMb, name).toBeLessThan(MOST_MB);
    }
  });

  it.each(COMMANDS)('mms %s, without end', line => {
    const script = compiled.script('command.js', COMMAND);
    const [report, endless] = [join(folder, 'peak'), openSync('/dev/zero', 'r')];
    const run = (): number => {
      const { status, stderr } = spawnSync(process.execPath, [script, report, ...line.split(' ')], {
        cwd: folder,
        stdio: [endless, 'ignore', 'pipe'],
        encoding: 'utf8',
        timeout: 60_000,
      });
      expect([status, stderr]).toEqual([1, expect.stringContaining('[file/too-large]')]);
      return Number(readFileSync(report, 'utf8'));
    };
    const first = run();
    // What the system takes back of a pipe's pieces, and when, differs by some megabytes.
    const peakMb = first < MOST_MB ? first : median([first, run(), run()]);
    closeSync(endless);
    console.info(`mms ${line}: ${peakMb} MB`);
    expect(peakMb).toBeLessThan(MOST_MB);
  });
});
