import { LINT } from './mutants/lint.ts';
import { MMS } from './mutants/mms.ts';
import { PRESENTATION } from './mutants/presentation.ts';
import { SUBMIT_FORM } from './mutants/submit-form.ts';
import { SUBMIT_JOURNAL } from './mutants/submit-journal.ts';
import { SUBMIT_WAYS } from './mutants/submit-ways.ts';
import { WSP } from './mutants/wsp.ts';

/** A change of the source that no test can notice, because nothing that anybody sees is different. */
export interface EquivalentMutant {
  /** The line where the change begins, without the blanks around it. */
  readonly line: string;
  /** What is replaced, of several lines the first and ` …`; without it any change that begins on the line. */
  readonly from?: string;
  readonly to?: string;
  /** Why it makes no difference. */
  readonly reason: string;
}

/** By source file. */
export type EquivalentMutants = Readonly<Record<string, readonly EquivalentMutant[]>>;

/** `npm run mutate` fails for a survivor that is not listed here, and for a row that did not survive. */
export const EQUIVALENT_MUTANTS: EquivalentMutants = {
  'src/message/resolve.ts': [
    {
      line: 'contentLocation === undefined ? [] : [contentLocation, parseSrc(contentLocation)?.name];',
      from: '[]',
      to: '["Stryker was here"]',
      reason: 'no document has such a src',
    },
    {
      line: `while (start < end && '<"'.includes(contentId.charAt(start))) start++;`,
      from: 'start < end',
      to: 'start <= end',
      reason: 'past the end nothing is left to cut: a slice is empty either way',
    },
    {
      line: `while (end > start && '>"'.includes(contentId.charAt(end - 1))) end--;`,
      from: 'end > start',
      to: 'end >= start',
      reason: 'before the start nothing is left to cut: a slice is empty either way',
    },
    {
      line: `const wanted = typeof start === 'string' ? bareContentId(start) : '';`,
      from: `''`,
      to: '"Stryker was here!"',
      reason: 'no part goes by such a name',
    },
  ],
  'src/message/sniff.ts': [
    {
      line: 'return formatOfType(MMS_TYPE)?.probe?.(bytes) === true;',
      from: 'formatOfType(MMS_TYPE)?.probe?.(bytes)',
      to: 'formatOfType(MMS_TYPE)?.probe(bytes)',
      reason: 'the format of MMS has a probe',
    },
    {
      line: 'return formatOfType(MMS_TYPE)?.probe?.(bytes) === true;',
      from: 'formatOfType(MMS_TYPE)?.probe',
      to: 'formatOfType(MMS_TYPE).probe',
      reason: 'MMS is among the formats',
    },
  ],
  ...LINT,
  ...MMS,
  ...PRESENTATION,
  ...SUBMIT_FORM,
  ...SUBMIT_JOURNAL,
  ...SUBMIT_WAYS,
  ...WSP,
};
