import { slashesInRecipients } from '../../message/index.ts';
import { printable } from '../../text/index.ts';
import type { LintContext } from '../context.ts';
import type { LintFinding, LintRule } from '../rule.ts';
import { eachPart } from './each-part.ts';

/** What every network takes, by the measured limits of those that say one. */
const USUAL_MAX_BYTES = 300 * 1024;

function overUsual({ totalBytes = 0, profile, network, contentClass }: LintContext): LintFinding[] {
  const isBounded = profile?.maxBytes ?? network?.limits.maxBytes ?? contentClass?.maxBytes ?? false;
  if (isBounded !== false || totalBytes <= USUAL_MAX_BYTES) return [];
  const message = `the message has ${totalBytes} octets; some networks take ${USUAL_MAX_BYTES} at most`;
  return [{ message, hint: 'adapt it with --max-size or to a --profile' }];
}

/** Charsets that every phone reads; us-ascii is part of the others. */
const USUAL_CHARSETS: ReadonlySet<string> = new Set(['us-ascii', 'iso-8859-1', 'utf-8']);

function rareCharset(context: LintContext): LintFinding[] {
  if (context.profile !== undefined) return [];
  return eachPart(context, ({ kind, charset }) =>
    kind !== 'text' || charset === undefined || USUAL_CHARSETS.has(charset)
      ? undefined
      : `is in ${printable(charset)}: some phones refuse the whole message`,
  );
}

/** Rules of what is usual, whatever phone or network. */
export const HABIT_RULES: readonly LintRule[] = [
  { code: 'size/over-usual', check: overUsual },
  { code: 'text/rare-charset', check: rareCharset },
  { code: 'header/mail-slash', check: ({ headers }) => slashesInRecipients(headers) },
];
