import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** Writes generated files, by their paths from the root; with `--check` it only tells which are out of date. */
export function writeGenerated(
  files: Readonly<Record<string, string>>,
  args: readonly string[],
  script: string,
): number {
  if (!args.includes('--check')) {
    for (const [file, text] of Object.entries(files)) writeFileSync(resolve(ROOT, file), text);
    return 0;
  }
  const stale = Object.entries(files).filter(
    ([file, text]) => readFileSync(resolve(ROOT, file), 'utf8') !== text,
  );
  for (const [file] of stale) console.error(`${file} is out of date: run ${script}`);
  return stale.length === 0 ? 0 : 1;
}

/** A module that exports one object of texts, formatted as the linter wants it. */
export function textModule(options: {
  readonly head: string;
  readonly name: string;
  readonly type: string;
  readonly from: string;
  readonly texts: Readonly<Record<string, string>>;
}): string {
  const { head, name, type, from, texts } = options;
  const rows = Object.entries(texts).map(([key, text]) => {
    const literal = quoted(text);
    return `  ${key}:${key.length + literal.length + 5 > 110 ? '\n    ' : ' '}${literal},\n`;
  });
  return `// ${head}\nimport type { ${type} } from '${from}';\n\nexport const ${name}: ${type} = {\n${rows.join('')}};\n`;
}

/** In the quotes of which the text has fewer, single ones where it has as many. */
function quoted(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
  const quote = escaped.split("'").length > escaped.split('"').length ? '"' : "'";
  return quote + escaped.replaceAll(quote, `\\${quote}`) + quote;
}
