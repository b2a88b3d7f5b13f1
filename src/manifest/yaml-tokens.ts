import type { CST } from 'yaml';
import { MmsError } from '../errors.ts';
import type { Limits } from '../limits.ts';

/** The package `yaml` as it is handed on. */
export type Yaml = typeof import('./yaml-package.ts');

/** The parser's stack holds the document and the scalar that is being read as well. */
const STACK_AROUND = 3;

/**
 * The tokens of a YAML text, one by one, so that reading stops before it costs too much.
 * @throws MmsError `manifest/too-large`, `manifest/too-deep` or `manifest/syntax`, with the offset
 */
export function* yamlTokens(text: string, yaml: Yaml, limits: Limits): Generator<CST.Token> {
  const { maxManifestTokens, maxManifestDepth } = limits;
  const parser = new yaml.Parser();
  let count = 0;
  for (const lexeme of new yaml.Lexer().lex(text)) {
    if (++count > maxManifestTokens) {
      throw new MmsError('manifest/too-large', `a manifest of more than ${maxManifestTokens} tokens`, {
        offset: parser.offset,
        hint: 'put texts and tunes into files of their own',
      });
    }
    for (const token of parser.next(lexeme)) yield checked(token);
    if (parser.stack.length > maxManifestDepth + STACK_AROUND) throw tooDeep(limits, parser.offset);
  }
  for (const token of parser.end()) yield checked(token);
}

function checked(token: CST.Token): CST.Token {
  if (token.type !== 'error') return token;
  throw new MmsError('manifest/syntax', token.message, { offset: token.offset });
}

/** The error of a manifest whose lists and objects are nested too deep. */
export function tooDeep({ maxManifestDepth }: Limits, offset: number): MmsError {
  const message = `lists and objects are nested deeper than ${maxManifestDepth} levels`;
  return new MmsError('manifest/too-deep', message, { offset });
}
