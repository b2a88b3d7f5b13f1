import { oddRecipients } from '../../message/index.ts';
import { HEADER_FIELDS } from '../../mms/index.ts';
import { encodeUtf8 } from '../../text/index.ts';
import type { LintContext } from '../context.ts';
import type { LintFinding, LintRule } from '../rule.ts';

/** From this many octets on, a From with a name is refused or garbled by some (nuntium, mmsd-tng). */
const MAX_NAMED_FROM_OCTETS = 30;

const LATE_FIELDS = HEADER_FIELDS.filter(({ since }) => since === '1.3');

function longSender({ headers: { from = '' } }: LintContext): LintFinding[] {
  const { length } = encodeUtf8(from);
  const hasName = from.includes('<') && from.indexOf('<') < from.lastIndexOf('>');
  if (!hasName || length <= MAX_NAMED_FROM_OCTETS) return [];
  const message = `From has a name and ${length} octets; some phones refuse or garble one above ${MAX_NAMED_FROM_OCTETS}`;
  return [{ message, path: 'from' }];
}

function lateFields({ headers }: LintContext): LintFinding[] {
  return LATE_FIELDS.filter(
    ({ key }) => Object.hasOwn(headers, key) && Reflect.get(headers, key) !== undefined,
  ).map(({ key, name }) => ({ message: `${name} is of MMS 1.3: old relays lose the body`, path: key }));
}

/** What some relays stumble on, whatever the network. */
export const RELAY_RULES: readonly LintRule[] = [
  { code: 'header/recipient-form', check: ({ headers }) => oddRecipients(headers) },
  { code: 'header/long-sender', check: longSender },
  { code: 'header/late-field', check: lateFields },
];
