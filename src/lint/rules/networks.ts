import { HEADER_FIELDS } from '../../mms/index.ts';
import { encodeUtf8, printable } from '../../text/index.ts';
import type { LintContext } from '../context.ts';
import type { LintHeaders } from '../message.ts';
import type { LintFinding, LintRule } from '../rule.ts';

const RECIPIENT_FIELDS = ['to', 'cc', 'bcc'] as const;

/** From this many octets on, a From with a name is refused or garbled by some (nuntium, mmsd-tng). */
const MAX_NAMED_FROM_OCTETS = 30;

const LATE_FIELDS = HEADER_FIELDS.filter(({ since }) => since === '1.3');

function recipientsOf(headers: LintHeaders): { readonly path: string; readonly address: string }[] {
  return RECIPIENT_FIELDS.flatMap(field =>
    (headers[field] ?? []).map((address, index) => ({ path: `${field}[${index}]`, address })),
  );
}

function switchedOff({ network }: LintContext): LintFinding[] {
  return network?.limits.mms === false ? [{ message: `${network.code} has switched MMS off` }] : [];
}

function tooManyRecipients({ network, headers }: LintContext): LintFinding[] {
  const { length } = recipientsOf(headers);
  const most = network?.limits.maxRecipients ?? Number.POSITIVE_INFINITY;
  if (length <= most) return [];
  return [{ message: `the message has ${length} recipients; ${network?.code} takes ${most}`, path: 'to' }];
}

function noGroup({ network, headers }: LintContext): LintFinding[] {
  const { length } = recipientsOf(headers);
  if (network?.limits.groupMms !== false || length < 2) return [];
  const message = `${network.code} has no group messages: each of the ${length} recipients answers the sender alone`;
  return [{ message, path: 'to' }];
}

function subjectTooLong({ network, headers: { subject = '' } }: LintContext): LintFinding[] {
  const { length } = [...subject];
  const most = network?.limits.maxSubjectLength ?? Number.POSITIVE_INFINITY;
  if (length <= most) return [];
  return [
    { message: `the subject has ${length} characters; ${network?.code} takes ${most}`, path: 'subject' },
  ];
}

function overNetwork({ network, totalBytes = 0 }: LintContext): LintFinding[] {
  const most = network?.limits.maxBytes ?? Number.POSITIVE_INFINITY;
  if (totalBytes <= most) return [];
  return [{ message: `the message has ${totalBytes} octets; ${network?.code} takes ${most}` }];
}

/** `*123` and `ACME1` without their type; numbers and mail addresses need none. */
function oddRecipients({ headers }: LintContext): LintFinding[] {
  return recipientsOf(headers).flatMap(({ path, address }) => {
    const isPlain = /^\+?[\d .()-]+$/.test(address) || address.includes('@') || /\/TYPE=/i.test(address);
    return isPlain ? [] : [{ message: `some relays make a mail address of ${printable(address)}`, path }];
  });
}

function longSender({ headers: { from = '' } }: LintContext): LintFinding[] {
  const { length } = encodeUtf8(from);
  if (!/<.*>/s.test(from) || length <= MAX_NAMED_FROM_OCTETS) return [];
  const message = `From has a name and ${length} octets; some phones refuse or garble one above ${MAX_NAMED_FROM_OCTETS}`;
  return [{ message, path: 'from' }];
}

function lateFields({ headers }: LintContext): LintFinding[] {
  return LATE_FIELDS.filter(
    ({ key }) => Object.hasOwn(headers, key) && Reflect.get(headers, key) !== undefined,
  ).map(({ key, name }) => ({ message: `${name} is of MMS 1.3: old relays lose the body`, path: key }));
}

/** Rules that a network sets by its limits. */
export const NETWORK_LIMIT_RULES: readonly LintRule[] = [
  { code: 'network/mms-off', check: switchedOff },
  { code: 'network/over-size', check: overNetwork },
  { code: 'network/too-many-recipients', check: tooManyRecipients },
  { code: 'network/no-group', check: noGroup },
  { code: 'network/subject-too-long', check: subjectTooLong },
];

/** Rules of networks and relays whatever the network: what some of them stumble on. */
export const NETWORK_RULES: readonly LintRule[] = [
  ...NETWORK_LIMIT_RULES,
  { code: 'header/recipient-form', check: oddRecipients },
  { code: 'header/long-sender', check: longSender },
  { code: 'header/late-field', check: lateFields },
];
