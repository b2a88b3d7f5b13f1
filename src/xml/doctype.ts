import { LIMITS } from '../limits.ts';

/** Internal general entities by name: plain texts without references. */
export type Entities = ReadonlyMap<string, string>;

/**
 * The offset behind an external DOCTYPE that begins at `at`; `undefined` when it is never closed. Brackets and `>` in its
 * quoted identifiers mean nothing.
 */
export function endOfDoctype(text: string, at: number): number | 'internal subset' | undefined {
  const delimiter = /[[<>"']/g;
  delimiter.lastIndex = at + 1;
  for (let match = delimiter.exec(text); match !== null; match = delimiter.exec(text)) {
    const [found] = match;
    if (found === '[') return 'internal subset';
    if (found === '<') return undefined;
    if (found === '>') return match.index + 1;
    const close = text.indexOf(found, match.index + 1);
    if (close < 0) return undefined;
    delimiter.lastIndex = close + 1;
  }
  return undefined;
}

const HEAD =
  /<!DOCTYPE[ \t\n]+[^ \t\n[<>"']+(?:[ \t\n]+(?:SYSTEM|PUBLIC)(?:[ \t\n]+(?:"[^"]*"|'[^']*'))+)?[ \t\n]*\[/y;
const ENTITY = /[ \t\n]*<!ENTITY[ \t\n]+([A-Za-z_][\w.-]*)[ \t\n]+(?:"([^"&%<]*)"|'([^'&%<]*)')[ \t\n]*>/y;
const CLOSE = /[ \t\n]*\][ \t\n]*>/y;

/** Every document has these, and none may change them. */
const PREDEFINED: ReadonlySet<string> = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/**
 * A DOCTYPE whose internal subset has nothing but a few short general entities, none of which refers to another: no
 * document can grow by them beyond all measure. `undefined` when anything else is in it. The first declaration of a name
 * holds (XML 1.0 4.2).
 */
export function readEntities(text: string, at: number): { entities: Entities; end: number } | undefined {
  const entities = new Map<string, string>();
  let end = behind(HEAD, text, at);
  for (let entity = match(ENTITY, text, end); entity !== undefined; entity = match(ENTITY, text, end)) {
    const [, name = '', double, single] = entity;
    const value = double ?? single ?? '';
    if (PREDEFINED.has(name) || value.length > LIMITS.maxXmlEntityLength) return undefined;
    if (!entities.has(name)) entities.set(name, value);
    if (entities.size > LIMITS.maxXmlEntities) return undefined;
    end = ENTITY.lastIndex;
  }
  end = behind(CLOSE, text, end);
  return end === undefined ? undefined : { entities, end };
}

function match(pattern: RegExp, text: string, at: number | undefined): RegExpExecArray | undefined {
  if (at === undefined) return undefined;
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function behind(pattern: RegExp, text: string, at: number | undefined): number | undefined {
  return match(pattern, text, at) === undefined ? undefined : pattern.lastIndex;
}
