import { createRequire } from 'node:module';
import { parse, Submit } from 'node-pdu';

/** What is shipped, not what is written: run `npm run build` before. */
async function built<T>(path: string): Promise<T> {
  return await import(new URL(`../dist/${path}`, import.meta.url).href);
}

const { decodeGsm7, decodeSubmit, encodeGsm7, encodeSms } =
  await built<typeof import('../src/sms/index.ts')>('sms/index.js');
const { fromHex, toHex } = await built<typeof import('../src/bytes/index.ts')>('bytes/index.js');

/** The package has no types. */
const gsm7: { encode(text: string): Uint8Array; decode(octets: Uint8Array): string } = createRequire(
  import.meta.url,
)('gsm7');

const TO = '+447700900123';
const SAMPLES = 21;
const SAMPLE_MS = 20;

/** Keeps the last result, so that no call is optimized away. */
const sink: { kept: unknown } = { kept: undefined };

function time(work: () => unknown, calls: number): number {
  const started = performance.now();
  for (let i = 0; i < calls; i++) sink.kept = work();
  return performance.now() - started;
}

function callsPerSample(work: () => unknown): number {
  let calls = 1;
  while (time(work, calls) < SAMPLE_MS && calls < 2 ** 24) calls *= 2;
  return calls;
}

/** Median microseconds of a call of each; their samples alternate, so that both see the same machine. */
function medians(works: readonly (() => unknown)[]): number[] {
  const calls = works.map(callsPerSample);
  const samples = works.map((): number[] => []);
  for (let sample = 0; sample < SAMPLES; sample++) {
    works.forEach((work, index) => {
      const perSample = calls[index] ?? 1;
      samples[index]?.push((time(work, perSample) * 1000) / perSample);
    });
  }
  return samples.map(list => list.toSorted((a, b) => a - b)[SAMPLES >> 1] ?? Number.NaN);
}

/** Text of a TPDU by node-pdu, which wants an SMSC address in front. */
function nodePduText(hex: string): string {
  const pdu = parse(`00${hex}`);
  if (!(pdu instanceof Submit)) throw new Error('node-pdu did not see an SMS-SUBMIT');
  return pdu.data.getText();
}

interface Case {
  readonly name: string;
  readonly ours: () => unknown;
  readonly theirs: () => unknown;
  readonly peer: 'node-pdu' | 'gsm7';
}

function textCases(name: string, text: string): Case[] {
  const whole: Case = {
    name: `${name}: TPDUs`,
    ours: () => encodeSms({ to: TO, text }),
    theirs: () => new Submit(TO, text).getPartStrings(),
    peer: 'node-pdu',
  };
  const hex = toHex(encodeSms({ to: TO, text })[0]?.tpdu ?? new Uint8Array(0));
  const reading: Case = {
    name: `${name}: reading the first TPDU`,
    ours: () => decodeSubmit(fromHex(hex)).text,
    theirs: () => nodePduText(hex),
    peer: 'node-pdu',
  };
  return [whole, reading];
}

function packingCases(name: string, text: string): Case[] {
  const octets = Buffer.from(encodeGsm7(text));
  return [
    {
      name: `${name}: packing`,
      ours: () => encodeGsm7(text),
      theirs: () => gsm7.encode(text),
      peer: 'gsm7',
    },
    {
      name: `${name}: unpacking`,
      ours: () => decodeGsm7(octets),
      theirs: () => gsm7.decode(octets),
      peer: 'gsm7',
    },
  ];
}

/** A text in one piece of memory, as one that was read: a slice of a repetition is slower for everybody. */
function repeated(pattern: string, length: number): string {
  const text = pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length);
  return new TextDecoder().decode(new TextEncoder().encode(text));
}

const PLAIN = 'The quick brown fox jumps over 13 lazy dogs. ';
const EXTENDED = 'price {12} [ok] 5€ ';
const CYRILLIC = 'Съешь же ещё этих мягких французских булок ';

/** Prints what coding SMS costs here and in node-pdu and gsm7, all in this process and run. */
export function benchSms(): void {
  const gsm7Texts: [string, string][] = [
    ['160 GSM 7-bit', repeated(PLAIN, 160)],
    ['600 GSM 7-bit', repeated(PLAIN, 600)],
    ['600 with extension', repeated(EXTENDED, 600)],
  ];
  const cases = [
    ...gsm7Texts.flatMap(([name, text]) => [...textCases(name, text), ...packingCases(name, text)]),
    ...textCases('600 UCS-2', repeated(CYRILLIC, 600)),
  ];
  console.table(
    cases.map(({ name, ours, theirs, peer }) => {
      const [mine = Number.NaN, other = Number.NaN] = medians([ours, theirs]);
      return {
        case: name,
        'ours, µs': Number(mine.toFixed(2)),
        peer,
        'peer, µs': Number(other.toFixed(2)),
        'times faster': Number((other / mine).toFixed(1)),
      };
    }),
  );
}
