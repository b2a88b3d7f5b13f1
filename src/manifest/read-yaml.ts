import { MmsError } from '../errors.ts';
import { issue } from '../issues/index.ts';
import type { Limits } from '../limits.ts';
import { encodeUtf8 } from '../text/index.ts';
import { yamlTokens } from './yaml-tokens.ts';
import { YamlValue } from './yaml-value.ts';

/** More errors of syntax are mostly consequences of the first. */
const MAX_SYNTAX_ERRORS = 10;

/** Slips that the parser's message does not explain. */
const HINTS: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'put a text that contains ": " in quotes',
  BAD_SCALAR_START: 'put a text that begins so in quotes',
  TAB_AS_INDENT: 'indent with blanks',
};

/**
 * The value of a text in YAML 1.2 (core schema; JSON is a part of it), with the place of everything in it. Tags beyond
 * the schema's own are refused.
 * @throws MmsError `manifest/syntax`, `manifest/too-large` or `manifest/too-deep`, with the offset of the character;
 *   several errors of syntax are in `details.issues`
 */
export async function readYaml(text: string, limits: Limits): Promise<YamlValue> {
  checkSize(text, limits.maxManifestBytes);
  const yaml = await import('./yaml-package.ts');
  const composer = new yaml.Composer({
    version: '1.2',
    schema: 'core',
    resolveKnownTags: false,
    stringKeys: true,
    // Comparing each key with all others is quadratic; YamlValue finds a repeated key in one step.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const documents = composer.compose(yamlTokens(text, yaml, limits), true, text.length);
  const [document, second] = [documents.next().value, documents.next().value];
  if (document === undefined) throw new TypeError('the composer always gives a document');
  const problems = [...document.errors, ...document.warnings];
  refuseProblems(/^\s*[{[]/.test(text) ? firstOfJson(problems) : problems);
  if (second !== undefined) {
    const message = 'a manifest is one document: there is a second one';
    throw new MmsError('manifest/syntax', message, { offset: second.range[0] });
  }
  return new YamlValue(document.contents, yaml, limits);
}

function checkSize(text: string, maxManifestBytes: number): void {
  const isSmall = text.length * 3 <= maxManifestBytes;
  if (isSmall || (text.length <= maxManifestBytes && encodeUtf8(text).length <= maxManifestBytes)) return;
  throw new MmsError('manifest/too-large', `a manifest of more than ${maxManifestBytes} bytes`, {
    offset: 0,
  });
}

interface SyntaxProblem {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** A slip in JSON makes YAML of the rest, about which nothing is worth saying: the first problem, in the words of JSON. */
function firstOfJson(problems: readonly SyntaxProblem[]): SyntaxProblem[] {
  const own = problems.filter(({ code }) => code !== 'NON_STRING_KEY');
  const inOrder = (own.length > 0 ? own : problems).toSorted((a, b) => a.pos[0] - b.pos[0]);
  return inOrder.slice(0, 1).map(({ code, message, pos }) => {
    const told = message
      .replace(/flow sequence/gi, 'list')
      .replace(/flow map(?:ping)?/gi, 'object')
      .replace('in block collection must be sufficiently indented and end', 'must end');
    return { code, message: told, pos };
  });
}

function refuseProblems(problems: readonly SyntaxProblem[]): void {
  const issues = problems.slice(0, MAX_SYNTAX_ERRORS).map(({ code, message, pos: [offset] }) => {
    const hint = HINTS[code];
    return issue('manifest/syntax', `${message.charAt(0).toLowerCase()}${message.slice(1)}`, {
      offset,
      ...(hint === undefined ? {} : { hint }),
    });
  });
  const [first] = issues;
  if (first === undefined) return;
  throw new MmsError('manifest/syntax', first.message, { offset: first.offset, details: { issues } });
}
