import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findExpressions } from './find.ts';
import { isSafe, judgeExpression, type Verdict } from './judge.ts';
import { type MadeExpression, watchExpressions } from './watch.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** Verdicts by expression: a run judges what is new. */
const CACHE = resolve(ROOT, 'node_modules/.cache/regular-expressions.json');
const AT_ONCE = 4;

/** A command runs when its module is read. */
const PROGRAM = 'src/cli/main.ts';

interface Expression {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** Judges every regular expression of `src/`: none may take more than linear time, whatever it is tried on. */
async function main(): Promise<number> {
  const { literals, made, unseen } = await expressionsOfSource();
  for (const place of unseen)
    console.error(`${place}: a regular expression that no run of this script makes`);
  const expressions = [...literals, ...made];
  const distinct = new Map(
    expressions.map(({ source, flags }) => [`/${source}/${flags}`, { source, flags }]),
  );
  const verdicts = await judgeAll(distinct);
  const bad = expressions.filter(({ source, flags }) => !isSafe(verdicts.get(`/${source}/${flags}`)));
  for (const { place, source, flags } of bad) {
    console.error(`${place}: ${verdicts.get(`/${source}/${flags}`)?.status} /${source}/${flags}`);
  }
  console.log(`${distinct.size} regular expressions: ${distinct.size - bad.length} safe, ${bad.length} not`);
  return bad.length === 0 && unseen.length === 0 ? 0 : 1;
}

async function expressionsOfSource(): Promise<{
  readonly literals: readonly Expression[];
  readonly made: readonly MadeExpression[];
  readonly unseen: readonly string[];
}> {
  const files = readdirSync(resolve(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => `src/${name.replaceAll('\\', '/')}`);
  const made = watchExpressions();
  for (const file of files) if (file !== PROGRAM) await import(pathToFileURL(resolve(ROOT, file)).href);
  await makeTheOthers();
  const found = files.flatMap(file => findExpressions(file, readFileSync(resolve(ROOT, file), 'utf8')));
  return {
    literals: found.flatMap(({ file, line, literal }) =>
      literal === undefined ? [] : { place: `${file}:${line}`, ...literal },
    ),
    made,
    unseen: found
      .filter(({ literal }) => literal === undefined)
      .map(({ file, line }) => `${file}:${line}`)
      .filter(place => !made.some(expression => expression.place === place)),
  };
}

/** Calls what makes regular expressions at every call. */
async function makeTheOthers(): Promise<void> {
  const { Credentials } = await import('../../src/submit/credentials.ts');
  new Credentials({ username: 'ANOther.12345', pin: '1234567890ABCDEFGHij' }).scrub('');
  const { encodeServiceIndication } = await import('../../src/push/index.ts');
  encodeServiceIndication({ href: 'http://www.example.com/' });
  const { withoutMaker } = await import('../../src/handsets/model-name.ts');
  withoutMaker('HTC_Desire', 'HTC');
}

async function judgeAll(
  expressions: ReadonlyMap<string, { readonly source: string; readonly flags: string }>,
): Promise<ReadonlyMap<string, Verdict>> {
  const known = readCache();
  const verdicts = new Map<string, Verdict>();
  const left = expressions.entries();
  const work = async (): Promise<void> => {
    for (const [key, expression] of left) {
      verdicts.set(key, known.get(key) ?? (await judgeExpression(expression)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  mkdirSync(dirname(CACHE), { recursive: true });
  writeFileSync(CACHE, JSON.stringify([...verdicts].filter(([, verdict]) => isSafe(verdict))));
  return verdicts;
}

function readCache(): ReadonlyMap<string, Verdict> {
  return new Map(existsSync(CACHE) ? JSON.parse(readFileSync(CACHE, 'utf8')) : []);
}

process.exitCode = await main();
