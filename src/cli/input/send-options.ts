import { SI_ACTIONS } from '../../submit/index.ts';
import { type CliArguments, type HelpRow, type HelpSection, UsageError } from '../command.ts';
import { octetsOf } from './hex-options.ts';
import { listOf, numberOf, textOf } from './option-values.ts';

type Values = CliArguments['values'];

/** What an option is about: those of every day stand in the help, the others in a section of all of it. */
type Group = 'usual' | 'recipients' | 'mms' | 'operator-logo' | 'service-indication' | 'pdu';

/** An option of `mms send` and the key of the message that it fills. */
interface FieldOption {
  readonly option: string;
  readonly key: string;
  readonly read: (values: Values, option: string) => unknown;
  readonly group: Group;
  /** What follows the option on the command line. */
  readonly argument: string;
  readonly words: string;
}

function field(
  group: Group,
  option: string,
  key: string,
  read: FieldOption['read'],
  argument: string,
  words: string,
): FieldOption {
  return { option, key, read, group, argument, words };
}

/** Every option that fills a key of the message. */
const FIELDS: readonly FieldOption[] = [
  field('usual', 'to', 'to', listOf, 'N,…', 'recipients: numbers with country code'),
  field(
    'recipients',
    'address-book',
    'addressBook',
    textOf,
    'NAME[::GROUP]',
    'recipients in a book of the account',
  ),
  field('mms', 'cc', 'cc', listOf, 'N,…', 'more recipients'),
  field('mms', 'cc-address-book', 'ccAddressBook', textOf, 'NAME[::GROUP]', 'of the account'),
  field('mms', 'bcc', 'bcc', listOf, 'N,…', 'more recipients, whom the others do not see'),
  field('mms', 'bcc-address-book', 'bccAddressBook', textOf, 'NAME[::GROUP]', 'of the account'),
  field('recipients', 'reply-to', 'replyTo', textOf, 'N', "sender: one of the account's numbers"),
  field('recipients', 'delay', 'delayMinutes', numberOf, 'MINUTES', 'until it is sent, 1 to 10080'),
  field('usual', 'at', 'sendAt', textOf, 'ISO', 'when to send, in UTC'),
  field('recipients', 'phone-make', 'phoneMake', textOf, 'MAKE', 'Nokia, Siemens, EMS …'),
  field('recipients', 'phone-model', 'phoneModel', textOf, 'MODEL', 'of that make, such as 6230'),
  field('usual', 'text', 'text', textOf, 'T', 'text, prompt, or subject of an mms; - is stdin'),
  field('mms', 'subject', 'subject', textOf, 'T', 'the same as --text'),
  field('usual', 'library', 'library', numberOf, 'N', "content from the gateway's library instead of FILE"),
  field(
    'operator-logo',
    'network',
    'network',
    textOf,
    'N',
    'the network, by code or name; by mm1 that of the MMSC',
  ),
  field('operator-logo', 'mcc', 'mcc', textOf, 'N', 'its country, in numbers'),
  field('operator-logo', 'mnc', 'mnc', textOf, 'N', 'and its own number'),
  field('mms', 'smil', 'smil', textOf, 'auto|always|never', 'for a single file'),
  field('usual', 'href', 'href', textOf, 'URL', 'of a service indication'),
  field('service-indication', 'id', 'id', textOf, 'ID', 'tells those of one link apart'),
  field('service-indication', 'created', 'created', textOf, 'ISO', 'when it was made'),
  field('service-indication', 'expires', 'expires', textOf, 'ISO', 'when it is worth nothing any more'),
  field('service-indication', 'action', 'action', textOf, 'ACTION', SI_ACTIONS.join(', ')),
  field('pdu', 'udh', 'userDataHeader', octetsOf, 'HEX', 'the header, with its length octet'),
  field('pdu', 'data', 'userData', octetsOf, 'HEX', 'what follows it; or --text'),
  field('pdu', 'dcs', 'dataCodingScheme', numberOf, 'N', 'TP-DCS'),
  field('pdu', 'pid', 'protocolIdentifier', numberOf, 'N', 'TP-PID'),
];

/** Options that say no. */
const REFUSALS = [
  { option: 'no-adapt', key: 'adapt' },
  { option: 'no-walled-garden-rule', key: 'walledGardenRule' },
] as const;

/** The options of {@link messageFields} for `parseArgs`. */
export const FIELD_OPTIONS: Readonly<Record<string, { type: 'string' | 'boolean'; multiple?: boolean }>> =
  Object.fromEntries([
    ...FIELDS.map(({ option, read }) => [option, { type: 'string', multiple: read === listOf }] as const),
    ...REFUSALS.map(({ option }) => [option, { type: 'boolean' }] as const),
  ]);

/** What is typed for the keys of a message. */
export const FIELD_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  FIELDS.map(({ option, key }) => [key, `--${option}`]),
);

/** The rows of the help for what is asked for every day. */
export const USUAL_FIELD_ROWS: readonly HelpRow[] = rowsOf('usual');

/** The sections of the whole help for the others. */
export const FIELD_SECTIONS: readonly HelpSection[] = [
  { title: 'recipients and time', rows: rowsOf('recipients') },
  ...(['mms', 'operator-logo', 'service-indication', 'pdu'] as const).map(group => ({
    title: `of ${group}`,
    rows: rowsOf(group),
  })),
];

function rowsOf(group: Group): readonly HelpRow[] {
  return FIELDS.filter(one => one.group === group).map(({ option, argument, words }) => [
    `--${option} ${argument}`,
    words,
  ]);
}

/** The keys of a message that the command line gives. `--text` is the subject of an mms. */
export function messageFields(kind: string, values: Values): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const { option, key, read } of FIELDS) {
    const value = read(values, option);
    if (value === undefined) continue;
    const target = key === 'text' && kind === 'mms' ? 'subject' : key;
    if (given[target] !== undefined) throw new UsageError(`give --${option} or --text, not both`);
    given[target] = value;
  }
  for (const { option, key } of REFUSALS) if (values[option] === true) given[key] = false;
  return given;
}
