import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Compiled, compileForChild } from '../support/compiled.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const ACCEPTED_MB = 250;
const REFUSED_MB = 110;

/** By default each thread keeps what it freed, which differs from run to run: see SECURITY.md. */
const ONE_ARENA = { ...process.env, MALLOC_ARENA_MAX: '1' };

/** What is done with a picture: all that the product does, each in a process of its own. */
const JOBS = {
  decode: `await media.decodeImage(data)`,
  'to a screen': `await media.adaptImage(data, { maxWidth: 640, maxHeight: 480, maxBytes: 300_000 })`,
  'to octets': `await media.adaptImage(data, { maxBytes: 300_000 })`,
  'to GIF': `await media.adaptImage(data, { formats: ['gif'] })`,
  'six in a message': `await sixOf(data, {}).then(message => message.adapt({ maxBytes: 300_000 }))`,
  'sixteen in a message': `await manyOf(data, 16).then(message => message.adapt({ maxBytes: 300_000 }))`,
  'sixteen smaller in a message': `await manyOf(data, 16).then(message => message.adapt({ maxImage: { width: 1990, height: 1990 } }))`,
  'six in five megabytes': `await sixOf(data).then(message => message.adapt({ maxBytes: 5_000_000 }))`,
  'a filmstrip of six': `await preview.renderFilmstrip(await sixOf(data))`,
} as const;

type Job = keyof typeof JOBS;

/** A picture, what is done with it, and whether it is refused. */
interface Row {
  readonly name: string;
  readonly jobs: readonly Job[];
  readonly refused?: true;
}

const EACH = ['decode', 'to a screen', 'to octets', 'to GIF'] as const;

/** In every run; the others with MEMORY_LONG. */
const QUICK: readonly Row[] = [
  { name: 'empty-64mp.png', jobs: ['decode', 'to GIF'], refused: true },
  { name: 'empty-64mp.avif', jobs: ['to a screen'], refused: true },
  { name: 'turned-12mp.jpg', jobs: ['decode', 'to octets', 'six in a message', 'a filmstrip of six'] },
  { name: 'photo-12mp.jpg', jobs: ['six in five megabytes'] },
  { name: 'progressive-12mp.jpg', jobs: ['decode', 'to a screen', 'six in a message'] },
  { name: 'progressive-20mp.jpg', jobs: ['decode'] },
  { name: 'photo-6mp.avif', jobs: ['to a screen'] },
  { name: 'animated.gif', jobs: ['to octets'] },
  { name: 'plain-4mp.gif', jobs: ['sixteen in a message', 'sixteen smaller in a message'] },
];

const LONG: readonly Row[] = [
  { name: 'empty-64mp.png', jobs: EACH, refused: true },
  { name: 'empty-64mp.avif', jobs: EACH, refused: true },
  { name: 'empty-64mp.webp', jobs: EACH, refused: true },
  { name: 'photo-50mp.jpg', jobs: ['decode'], refused: true },
  { name: 'photo-50mp.jpg', jobs: ['to a screen', 'to octets', 'to GIF'] },
  {
    name: 'photo-12mp.jpg',
    jobs: [...EACH, 'six in a message', 'six in five megabytes', 'a filmstrip of six'],
  },
  { name: 'turned-12mp.jpg', jobs: [...EACH, 'six in a message', 'a filmstrip of six'] },
  { name: 'progressive-12mp.jpg', jobs: [...EACH, 'six in a message'] },
  { name: 'progressive-20mp.jpg', jobs: EACH },
  { name: 'turned-progressive-15mp.jpg', jobs: EACH },
  { name: 'photo-12mp.webp', jobs: EACH },
  { name: 'photo-6mp.avif', jobs: ['to a screen', 'to octets', 'to GIF', 'six in a message'] },
  { name: 'clear-6mp.avif', jobs: ['to a screen', 'to octets', 'to GIF'] },
  { name: 'interlaced-12mp.png', jobs: EACH },
  { name: 'deep-8mp.png', jobs: EACH },
  { name: 'animated.gif', jobs: EACH },
  { name: 'animated.webp', jobs: EACH },
  { name: 'plain-4mp.gif', jobs: [...EACH, 'sixteen in a message', 'sixteen smaller in a message'] },
];

const rows = process.env['MEMORY_LONG'] === undefined ? QUICK : LONG;

const CHILD = `
import { readFileSync } from 'node:fs';
import * as media from './media/index.js';
import { Presentation } from './presentation/index.js';
import * as preview from './preview/index.js';

const data = new Uint8Array(readFileSync(process.argv[2]));
// Each differs by an octet behind its end, which no decoder reads.
const manyOf = async (data, count) => {
  const files = Array.from({ length: count }, (_, i) => {
    const copy = new Uint8Array(data.length + 1);
    copy.set(data);
    copy[data.length] = i;
    return { name: i + '.' + process.argv[2].split('.').at(-1), data: copy };
  });
  return Presentation.fromFiles(files);
};
const sixOf = data => manyOf(data, 6);
const run = async () => { JOB };
const code = await run().then(() => 'accepted', error => error.code ?? String(error.stack));
const peakMb = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024;
process.stdout.write(JSON.stringify({ code, peakMb }));
`;

/** The peak of the resident memory is asked of the system, as Linux tells it. */
describe.skipIf(process.platform !== 'linux')('the memory that a picture takes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mms-memory-'));
  let compiled: Compiled;
  beforeAll(() => {
    const names = [...new Set(rows.map(({ name }) => name))];
    const maker = join(import.meta.dirname, 'make-pictures.ts');
    execFileSync(process.execPath, ['--import', 'tsx', maker, folder, ...names], { cwd: ROOT });
    compiled = compileForChild('media/index.ts', 'presentation/index.ts', 'preview/index.ts');
  }, 600_000);
  afterAll(() => {
    compiled.remove();
    rmSync(folder, { recursive: true });
  });

  const cases = rows.flatMap(({ name, jobs, refused }) => jobs.map(job => ({ name, job, refused })));
  const run = (name: string, job: Job): { readonly code: string; readonly peakMb: number } => {
    const script = compiled.script('job.js', CHILD.replace('JOB', JOBS[job]));
    return JSON.parse(
      execFileSync(process.execPath, [script, join(folder, name)], {
        timeout: 35_000,
        env: ONE_ARENA,
      }).toString(),
    );
  };
  it.each(cases)('$name, $job', ({ name, job, refused }) => {
    const most = refused === true ? REFUSED_MB : ACCEPTED_MB;
    const { code, peakMb } = run(name, job);
    console.info(`${name}, ${job}: ${Math.round(peakMb)} MB, ${code}`);
    expect(code).toBe(refused === true ? 'media/too-many-pixels' : 'accepted');
    expect(peakMb).toBeLessThan(most);
  });
});
