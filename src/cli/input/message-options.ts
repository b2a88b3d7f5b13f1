import type { MessagePdu } from '../../message/index.ts';
import type { CompileOptions, MmsOptions } from '../../presentation/index.ts';
import { type CliArguments, type CliContext, type HelpRow, UsageError } from '../command.ts';
import { listOf, textOf, wordOf } from './option-values.ts';
import { WORDS } from './words.ts';

/** Options of the commands that write a message: its header fields and kind. */
export const MESSAGE_OPTIONS = {
  pdu: { type: 'string', choices: WORDS.pdu },
  to: { type: 'string', multiple: true },
  cc: { type: 'string', multiple: true },
  bcc: { type: 'string', multiple: true },
  from: { type: 'string' },
  subject: { type: 'string' },
  date: { type: 'string' },
  'mms-version': { type: 'string', choices: WORDS.mmsVersion },
  'transaction-id': { type: 'string' },
  'content-class': { type: 'string' },
  smil: { type: 'string', choices: WORDS.smil },
  'smil-name': { type: 'string' },
} as const;

/** The rows of a help for the usual ones of {@link MESSAGE_OPTIONS}. */
export const MESSAGE_ROWS: readonly HelpRow[] = [
  ['--to N,…', 'recipients: phone numbers, e-mail addresses, short codes'],
  ['--from N', 'sender; else the network fills it in'],
  ['--subject TEXT', 'the subject'],
  ['--pdu KIND', 'send-req (default) or retrieve-conf'],
  ['--smil MODE', 'auto (default), always, never or verbatim'],
];

/** The rows for the others. */
export const HEADER_ROWS: readonly HelpRow[] = [
  ['--cc N,…  --bcc N,…', 'more recipients'],
  ['--date ISO', 'such as 2004-05-23T14:14:58Z; else SOURCE_DATE_EPOCH, else 1970 where one is needed'],
  ['--mms-version V', '1.0, 1.1, 1.2 (default) or 1.3'],
  ['--transaction-id T', 'else it follows from the content'],
  ['--content-class C', 'header of MMS 1.3'],
  ['--smil-name NAME', 'which SMIL document to take, where there are several'],
];

const PDUS: Readonly<Record<'send-req' | 'retrieve-conf', MessagePdu>> = {
  'send-req': 'm-send-req',
  'retrieve-conf': 'm-retrieve-conf',
};

/** How to compile the input. */
export function compileOptionsOf({ values }: CliArguments): CompileOptions {
  return {
    smil: wordOf(values, 'smil', WORDS.smil),
    smilName: textOf(values, 'smil-name'),
  };
}

/** Kind and header fields of the message to write; what is not given stays with the input. */
export function mmsOptionsOf({ values }: CliArguments, { env }: CliContext): MmsOptions {
  const pdu = wordOf(values, 'pdu', WORDS.pdu);
  const given = {
    messageType: pdu && PDUS[pdu],
    to: listOf(values, 'to'),
    cc: listOf(values, 'cc'),
    bcc: listOf(values, 'bcc'),
    from: textOf(values, 'from'),
    subject: textOf(values, 'subject'),
    date: textOf(values, 'date'),
    mmsVersion: wordOf(values, 'mms-version', WORDS.mmsVersion),
    transactionId: textOf(values, 'transaction-id'),
    contentClass: textOf(values, 'content-class'),
    defaultDate: sourceDate(env['SOURCE_DATE_EPOCH']),
  };
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries);
}

/** The date that builds agree on, in seconds (reproducible-builds.org). */
function sourceDate(epoch: string | undefined): Date | undefined {
  if (epoch === undefined || epoch === '') return undefined;
  if (!/^\d{1,11}$/.test(epoch)) throw new UsageError(`SOURCE_DATE_EPOCH holds seconds; found ${epoch}`);
  return new Date(Number(epoch) * 1000);
}
