import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { wordsOf } from '../../scripts/docs/words.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { checkManifest } from '../../src/manifest/index.ts';
import { codeBlocks, commandLines, ROOT } from './code-blocks.ts';

const blocks = codeBlocks();
const of = (...languages: readonly string[]) => blocks.filter(({ language }) => languages.includes(language));

/** What readers have at hand when they come to a snippet: octets of their own. */
const AT_HAND = 'declare global { var bytes: Uint8Array; }\nexport {};\n';

/** What the compiler says of the snippets, each a module of its own that imports the built package by its name. */
function problemsOf(snippets: readonly { readonly place: string; readonly code: string }[]): string[] {
  const sources = new Map(snippets.map(({ code }, index) => [join(ROOT, `snippet-${index}.ts`), code]));
  sources.set(join(ROOT, 'snippet-globals.ts'), AT_HAND);
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: ['node'],
    typeRoots: [join(ROOT, 'node_modules/@types')],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = name => sources.has(name) || fileExists(name);
  host.readFile = name => sources.get(name) ?? readFile(name);
  host.getSourceFile = (name, languageOptions, ...rest) => {
    const source = sources.get(name);
    return source === undefined
      ? getSourceFile(name, languageOptions, ...rest)
      : ts.createSourceFile(name, source, languageOptions);
  };
  const program = ts.createProgram([...sources.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    const index = Number(/snippet-(\d+)/.exec(file?.fileName ?? '')?.[1]);
    return `${snippets[index]?.place ?? file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

const manifest: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
);

/** What is wrong with a command line; `undefined` for one that the program takes, or that is none of ours. */
async function problemOf(line: string): Promise<string | undefined> {
  const words = wordsOf(line.replace(/^(?:[A-Z_]+=\S+\s+)+/, ''));
  if (words[0] === 'npm' && words[1] === 'run') {
    return words[2] !== undefined && words[2] in manifest.scripts ? undefined : `no script ${words[2]}`;
  }
  const [name, ...args] = words[0] === 'npx' ? words.slice(2) : words[0] === 'mms' ? words.slice(1) : [];
  const isOurs = words[0] === 'mms' || (words[0] === 'npx' && /^mms(?:-composer)?$/.test(words[1] ?? ''));
  if (!isOurs || name === undefined || name === 'help' || name.startsWith('-')) return undefined;
  const row = COMMANDS.find(command => command.name === name);
  if (row === undefined) return `no command ${name}`;
  const { options } = await row.load();
  try {
    parseArgs({
      args: args.filter(word => !/^[>|]/.test(word)),
      options: { ...options, help: { type: 'boolean' }, quiet: { type: 'boolean', short: 'q' } },
      allowPositionals: true,
      allowNegative: true,
    });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('code in the pages', () => {
  it('is of a language that is checked here', () => {
    expect(blocks.length).toBeGreaterThan(8);
    const unchecked = blocks.filter(({ language }) => !['ts', 'sh', 'yaml', 'json', ''].includes(language));
    expect(unchecked.map(({ place, language }) => `${place} ${language}`)).toEqual([]);
  });

  it('compiles with the package that was built', () => {
    expect(of('ts').length).toBeGreaterThan(0);
    expect(problemsOf(of('ts'))).toEqual([]);
  });

  it('calls commands and options that there are', async () => {
    const problems: string[] = [];
    for (const { place, code } of of('sh')) {
      for (const line of commandLines(code)) {
        const problem = await problemOf(line);
        if (problem !== undefined) problems.push(`${place}: ${line}: ${problem}`);
      }
    }
    expect(problems).toEqual([]);
  });

  it('is a manifest without problems where it is YAML, and JSON where it says so', () => {
    for (const { place, code } of of('yaml')) {
      expect(
        checkManifest(parse(code)).filter(({ severity }) => severity === 'error'),
        place,
      ).toEqual([]);
    }
    for (const { place, code } of of('json')) expect(() => JSON.parse(code) as unknown, place).not.toThrow();
  });

  it('would be found wrong', async () => {
    expect(problemsOf([{ place: 'x:1', code: `import { nothing } from 'mms-composer/mms';` }])).not.toEqual(
      [],
    );
    expect(await problemOf('npx mms compose a.jpg --nothing')).toMatch(/nothing/);
    expect(await problemOf('mms composed a.jpg')).toBe('no command composed');
    expect(await problemOf('npm run nothing')).toBe('no script nothing');
  });
});
