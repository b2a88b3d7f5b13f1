import { detectCharset } from '../../media/index.ts';
import { statedMibEnum, textOf } from '../../message/index.ts';
import { printable } from '../../text/index.ts';
import type { LintContext } from '../context.ts';
import type { LintFinding, LintRule } from '../rule.ts';
import type { ContextPart } from '../subject.ts';
import { eachPart } from './each-part.ts';

/** A finding about each text that the test gives words for, to be read behind its name. */
function eachText(context: LintContext, judge: (part: ContextPart) => string | undefined): LintFinding[] {
  return eachPart(context, part => (part.kind === 'text' ? judge(part) : undefined));
}

/** UTF-16 and its old name, of which the P800 paper gives the number. */
const MARKED_BY_BOM: ReadonlySet<string> = new Set(['utf-16', 'iso-10646-ucs-2']);

function hasUtf16Mark({ data: [a, b] }: ContextPart): boolean {
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
}

function guessed(part: ContextPart): string | undefined {
  const { charset } = part;
  if (charset === undefined) {
    const { issues } = detectCharset(part.data);
    return issues.some(({ code }) => code === 'text/charset-guessed')
      ? 'is in no charset that shows'
      : undefined;
  }
  if (statedMibEnum(part) === 0) return `is in the unknown charset ${printable(charset)}`;
  return textOf(part).exact ? undefined : `is not ${charset}, as it claims`;
}

export const TEXT_RULES: readonly LintRule[] = [
  {
    code: 'text/charset-missing',
    check: context =>
      eachText(context, ({ charset }) =>
        charset === undefined ? 'states no charset: some phones read ISO-8859-1' : undefined,
      ),
  },
  { code: 'text/charset-guessed', check: context => eachText(context, guessed) },
  {
    code: 'text/utf16-without-bom',
    check: context =>
      eachText(context, part =>
        MARKED_BY_BOM.has(part.charset ?? '') && part.data.length > 0 && !hasUtf16Mark(part)
          ? 'is UTF-16 without a byte order mark'
          : undefined,
      ),
  },
];
