import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { isMmsError } from '../../src/errors.ts';
import type { Limits } from '../../src/limits.ts';
import { adaptImage, decodeImage } from '../../src/media/index.ts';
import { mutate } from '../support/mutate.ts';
import { random } from '../support/property.ts';
import { SMALL } from './hostile-pictures.ts';

/** Runs in a process of its own, so that a crash or a flood of memory is seen: prints one JSON line. */
type Outcome = { readonly addedMb: number; readonly codes: readonly string[] };

async function codeOf(job: Promise<unknown>): Promise<string> {
  try {
    await job;
    return 'picture';
  } catch (error) {
    if (isMmsError(error)) return error.code;
    throw error;
  }
}

/** Everything that a caller may do with a picture. */
async function attempt(data: Uint8Array, limits: Partial<Limits> = {}): Promise<string[]> {
  const box = { maxWidth: 64, maxHeight: 64, maxBytes: 4_000 };
  return [await codeOf(decodeImage(data, { limits })), await codeOf(adaptImage(data, box, { limits }))];
}

/** Damage makes large pictures of small ones: with fewer pixels allowed, a flood of memory stands out. */
const FEW_PIXELS = { maxImagePixels: 1_000_000 };

async function measured(job: () => Promise<readonly string[]>): Promise<Outcome> {
  const before = process.resourceUsage().maxRSS;
  const codes = await job();
  return { addedMb: (process.resourceUsage().maxRSS - before) / 1024, codes: [...new Set(codes)].sort() };
}

/** Each file in turn. The parent has made them: a picture made here would hide what reading it takes. */
async function refuse(files: readonly string[]): Promise<Outcome[]> {
  // All libraries are loaded before the clock starts.
  const small = sharp({ create: { width: 9, height: 9, channels: 3, background: '#123' } });
  await attempt(await small.jpeg().toBuffer());
  await attempt(await small.tiff().toBuffer());
  const outcomes: Outcome[] = [];
  for (const file of files) {
    const data = new Uint8Array(readFileSync(file));
    outcomes.push(await measured(() => attempt(data)));
  }
  return outcomes;
}

async function damage(format: string, count: number): Promise<Outcome> {
  const seed = await (SMALL[format] ?? (() => Promise.reject(new TypeError(format))))();
  const others = await Promise.all(Object.values(SMALL).map(make => make()));
  const next = random();
  const codes = new Set<string>();
  return measured(async () => {
    for (let length = 0; length < seed.length; length++) {
      for (const code of await attempt(seed.subarray(0, length), FEW_PIXELS)) codes.add(code);
    }
    for (let i = 0; i < count; i++) {
      const data = mutate(seed, others[i % others.length] ?? seed, next);
      for (const code of await attempt(data, FEW_PIXELS)) codes.add(code);
    }
    return [...codes];
  });
}

const [kind = '', ...rest] = process.argv.slice(2);
const [format = '', count = '0'] = rest;
const job: Promise<unknown> = kind === 'refuse' ? refuse(rest) : damage(format, Number(count));
job.then(
  result => process.stdout.write(JSON.stringify(result)),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
