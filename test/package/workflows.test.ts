import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseDocument } from 'yaml';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Workflow {
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly 'timeout-minutes'?: number;
  readonly strategy?: { readonly matrix: { readonly node: readonly (string | number)[] } };
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}

const manifest: {
  readonly engines: { readonly node: string };
  readonly scripts: Readonly<Record<string, string>>;
} = JSON.parse(read('package.json'));
const { jobs }: Workflow = parse(read('.github/workflows/ci.yml'));
const release: Workflow = parse(read('.github/workflows/release.yml'));

/** What each job runs, in order. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  oracles: [
    'sudo -E env "PATH=$PATH" bash .ci/run',
    'sudo -E env "PATH=$PATH" ORACLES=required npm run coverage',
  ],
  node: ['npm ci && npm run sample', 'npm test'],
  docs: ['npm ci', 'npm run docs'],
  package: ['npm ci', 'npm version minor --no-git-tag-version', 'npm publish --dry-run --provenance=false'],
};

/** What a tag of a version runs. */
const RELEASE = ['npm ci', 'npm test', 'npm publish --provenance --access public'];

/** Commands of npm itself; any other `npm …` needs a script. */
const OF_NPM = ['ci', 'publish', 'version'];

function unknownScripts(commands: string): string[] {
  return [...commands.matchAll(/^(?:.*\s)?npm (?:run )?([\w:]+)/gm)]
    .map(([, name = '']) => name)
    .filter(name => !OF_NPM.includes(name) && !(name in manifest.scripts));
}

function commandsOf(workflow: Workflow): Record<string, string[]> {
  const commands = Object.entries(workflow.jobs).map(([name, { steps }]) => [
    name,
    steps.flatMap(({ run }) => run ?? []),
  ]);
  return Object.fromEntries(commands);
}

describe('workflows', () => {
  it('are YAML without problems, as are the templates of issues', () => {
    for (const folder of ['.github/workflows', '.github/ISSUE_TEMPLATE']) {
      for (const name of readdirSync(join(ROOT, folder))) {
        const { errors, warnings } = parseDocument(read(`${folder}/${name}`));
        expect([...errors, ...warnings], name).toEqual([]);
      }
    }
  });

  it('run these commands, and each job ends by itself', () => {
    expect(commandsOf({ jobs })).toEqual(COMMANDS);
    expect(commandsOf(release)).toEqual({ publish: RELEASE });
    for (const [name, job] of Object.entries({ ...jobs, ...release.jobs }))
      expect(job['timeout-minutes'], name).toBeGreaterThan(0);
  });

  it('call scripts that there are, as .ci/run does', () => {
    const all = Object.values(COMMANDS).flat().join('\n');
    expect(unknownScripts(all)).toEqual([]);
    const local = read('.ci/run').replace(/^#.*$/gm, '');
    expect(local).toMatch(/^npm ci\b/m);
    expect(local).toMatch(/\bnpm test\b/m);
    expect(unknownScripts(local)).toEqual([]);
    expect(unknownScripts('npm run nothing\ntimeout 5m npm lost')).toEqual(['nothing', 'lost']);
  });

  it('test the oldest Node that is promised, 22 and 24', () => {
    const versions = jobs['node']?.strategy?.matrix.node.map(String);
    expect(versions).toEqual([manifest.engines.node.replace('>=', ''), '22', '24']);
  });
});

describe('templates of issues', () => {
  it('ask for what a fault needs', () => {
    const { body }: { body: readonly { readonly id: string }[] } = parse(
      read('.github/ISSUE_TEMPLATE/fault.yml'),
    );
    expect(body.map(({ id }) => id)).toEqual(['input', 'seen', 'expected', 'version']);
  });
});
