import { type CliArguments, UsageError } from '../command.ts';
import { octetsOf } from './hex-options.ts';
import { listOf, numberOf, textOf } from './option-values.ts';

type Values = CliArguments['values'];

/** An option of `mms send` and the key of the message that it fills. */
interface FieldOption {
  readonly option: string;
  readonly key: string;
  readonly read: (values: Values, option: string) => unknown;
  /** What stands behind the option in the usage text. */
  readonly usage: string;
}

/** Every option that fills a key of the message. */
const FIELDS: readonly FieldOption[] = [
  { option: 'to', key: 'to', read: listOf, usage: 'N,…  recipients: numbers with country code' },
  { option: 'address-book', key: 'addressBook', read: textOf, usage: 'NAME[::GROUP]' },
  { option: 'cc', key: 'cc', read: listOf, usage: 'N,…  (mms)' },
  { option: 'cc-address-book', key: 'ccAddressBook', read: textOf, usage: 'NAME[::GROUP]  (mms)' },
  { option: 'bcc', key: 'bcc', read: listOf, usage: 'N,…  (mms)' },
  { option: 'bcc-address-book', key: 'bccAddressBook', read: textOf, usage: 'NAME[::GROUP]  (mms)' },
  { option: 'reply-to', key: 'replyTo', read: textOf, usage: "N  sender: one of the account's numbers" },
  { option: 'delay', key: 'delayMinutes', read: numberOf, usage: 'MINUTES  1 to 10080' },
  { option: 'at', key: 'sendAt', read: textOf, usage: 'ISO  when to send, in UTC' },
  { option: 'phone-make', key: 'phoneMake', read: textOf, usage: 'MAKE  Nokia, Siemens, EMS …' },
  { option: 'phone-model', key: 'phoneModel', read: textOf, usage: 'MODEL' },
  { option: 'text', key: 'text', read: textOf, usage: 'T  text, prompt, or subject of an mms' },
  { option: 'subject', key: 'subject', read: textOf, usage: 'T  (mms)' },
  {
    option: 'library',
    key: 'library',
    read: numberOf,
    usage: "N  content from the gateway's library instead of FILE",
  },
  {
    option: 'network',
    key: 'network',
    read: textOf,
    usage: 'N  network of an operator logo, by code or name',
  },
  { option: 'mcc', key: 'mcc', read: textOf, usage: 'N  the same in numbers' },
  { option: 'mnc', key: 'mnc', read: textOf, usage: 'N' },
  { option: 'smil', key: 'smil', read: textOf, usage: 'auto|always|never  for a single file (mms)' },
  { option: 'href', key: 'href', read: textOf, usage: 'URL  of a service indication' },
  { option: 'id', key: 'id', read: textOf, usage: 'ID  tells service indications of one link apart' },
  { option: 'created', key: 'created', read: textOf, usage: 'ISO' },
  { option: 'expires', key: 'expires', read: textOf, usage: 'ISO' },
  {
    option: 'action',
    key: 'action',
    read: textOf,
    usage: 'signal-none|signal-low|signal-medium|signal-high|delete',
  },
  {
    option: 'udh',
    key: 'userDataHeader',
    read: octetsOf,
    usage: 'HEX  header of a pdu, with its length octet',
  },
  { option: 'data', key: 'userData', read: octetsOf, usage: 'HEX  what follows it; or --text' },
  { option: 'dcs', key: 'dataCodingScheme', read: numberOf, usage: 'N  TP-DCS of a pdu' },
  { option: 'pid', key: 'protocolIdentifier', read: numberOf, usage: 'N  TP-PID of a pdu' },
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

const WIDTH = 24;

/** The lines of the usage text for these options. */
export const FIELD_USAGE: string = FIELDS.map(({ option, usage }) => {
  const [argument = '', ...words] = usage.split('  ');
  return `  ${`--${option} ${argument}`.padEnd(WIDTH)}  ${words.join('  ')}`.trimEnd();
}).join('\n');

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
