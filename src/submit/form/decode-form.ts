import { requireObject, requireOctets } from '../../bytes/index.ts';
import { MmsError } from '../../errors.ts';
import type { Issue, IssueCode } from '../../issues/index.ts';
import { Credentials } from '../credentials.ts';
import { EXTRA_NAME, formFields } from './fields.ts';
import { Findings } from './findings.ts';
import type { ResponseFormat } from './form.ts';
import { type FormText, type LongValue, readFormText } from './form-octets.ts';
import { decodeText, pairsByName, placeOf } from './form-pairs.ts';
import { splitForm } from './form-text.ts';
import { setAt } from './key-path.ts';
import type { GatewayMessage, MessageKind } from './message.ts';
import { FORM_PARAMETERS, type Parameter, parameterName, parametersOf } from './parameters.ts';
import { countNumbers, numberList } from './values/number-list.ts';

/** How a form is read. */
export interface DecodeFormOptions {
  /** Refuses whatever departs from the manual and every message that a client would refuse to write. */
  readonly strict?: boolean;
  /** Refuses a list of more numbers before it reads one of them. Default: any number. */
  readonly maxRecipients?: number;
}

/** A form read back. */
export interface DecodedForm {
  readonly message: GatewayMessage;
  /** Absent when the form lacks Username or PIN. */
  readonly credentials?: Credentials;
  /** 0 when the form does not say. */
  readonly responseFormat: ResponseFormat;
  /** Slips that were mended, and everything that {@link validateMessage} says about the message. */
  readonly warnings: readonly Issue[];
}

/** Departures that every server of the kind takes. */
const TAKEN_STRICTLY: ReadonlySet<IssueCode> = new Set([
  'submit/form-name',
  'submit/form-plus',
  'submit/form-reserved',
  'submit/form-empty',
  'submit/form-unknown',
]);

function isRefused({ code, severity }: Issue): boolean {
  return severity === 'error' || (code.startsWith('submit/form-') && !TAKEN_STRICTLY.has(code));
}

function unreadable(reason: string, findings: Findings): MmsError {
  return new MmsError('submit/unreadable-form', reason, { details: { issues: findings.issues } });
}

/** The kind whose content stands in the form; text alone is a text message. */
function kindOf(pairs: ReadonlyMap<string, string>, findings: Findings): MessageKind | undefined {
  const rows: readonly Parameter[] = FORM_PARAMETERS;
  const told = rows
    .filter(row => row.tellsKind === true && pairs.has(row.name))
    .flatMap(row => row.kinds ?? []);
  const kinds = new Set(told);
  if (kinds.size > 1)
    findings.add('submit/conflict', `content of more than one kind: ${[...kinds].join(', ')}`);
  return told[0] ?? (pairs.has('Message') ? 'text' : undefined);
}

/** Of several rows with one name, the one whose values look so. */
function rowFor(rows: readonly Parameter[], raw: string): Parameter | undefined {
  return rows.find(row => row.codec.reads?.(raw.trim())) ?? rows.at(-1);
}

function readExtra(name: string, raw: string, findings: Findings): string | undefined {
  if (parameterName(name) !== undefined) {
    return findings.at(name)('submit/form-foreign', 'a message of this kind does not have it');
  }
  findings.at(placeOf(name))('submit/form-unknown', 'the manual knows no such parameter');
  return EXTRA_NAME.test(name) ? decodeText(raw, false, name, findings) : undefined;
}

function readValue(raw: string, { codec }: Parameter, name: string, findings: Findings): unknown {
  const text = decodeText(raw, codec.blankless === true, name, findings);
  return codec.decode(text, findings.at(name));
}

function readMessage(
  kind: MessageKind,
  pairs: ReadonlyMap<string, string>,
  long: LongValue | undefined,
  findings: Findings,
): Record<string, unknown> {
  const message: Record<string, unknown> = { kind };
  const extra: Record<string, string> = Object.create(null);
  const rows = parametersOf(kind);
  for (const [name, raw] of pairs) {
    if (ENVELOPE.has(name)) continue;
    const row = rowFor(
      rows.filter(candidate => candidate.name === name),
      raw,
    );
    if (row === undefined) {
      const text = readExtra(name, raw, findings);
      if (text !== undefined) extra[name] = text;
      continue;
    }
    const plain = name === long?.name ? long.octets : row.codec.decodePlain?.(raw);
    const value = plain ?? readValue(raw, row, name, findings);
    if (value !== undefined) setAt(message, row.key, value);
  }
  if (Object.keys(extra).length > 0) message['extraParameters'] = extra;
  return message;
}

const NUMBER_LISTS = FORM_PARAMETERS.filter(({ codec }) => codec === numberList);

/** @throws MmsError `submit/unreadable-form` */
function refuseMany(pairs: ReadonlyMap<string, string>, most: number, findings: Findings): void {
  for (const { name } of NUMBER_LISTS) {
    const list = pairs.get(name);
    const count = list === undefined ? 0 : countNumbers(list);
    if (count > most) throw unreadable(`${name}: at most ${most} numbers, found ${count}`, findings);
  }
}

const ENVELOPE: ReadonlySet<string> = new Set(['Username', 'PIN', 'ResponseFormat']);

function readCredentials(pairs: ReadonlyMap<string, string>, findings: Findings): Credentials | undefined {
  const [username, pin] = ['Username', 'PIN'].map(name => {
    const raw = pairs.get(name);
    return raw === undefined ? undefined : decodeText(raw, false, name, findings);
  });
  return username === undefined || pin === undefined ? undefined : new Credentials({ username, pin });
}

function readResponseFormat(raw: string | undefined, findings: Findings): ResponseFormat {
  if (raw === undefined || raw === '0') return 0;
  if (raw === '1') return 1;
  if (raw !== '3') findings.add('submit/form-value', 'expected 0, 1 or 3', { path: 'ResponseFormat' });
  return 3;
}

/** Validates a message that was read; true when nothing is missing that its type promises. */
function isComplete(message: object, findings: Findings): message is GatewayMessage {
  const { issues } = formFields(message);
  findings.addAll(issues);
  return !issues.some(({ code }) => code === 'submit/missing');
}

/**
 * Reads a body back into the message that it carries, by the table that {@link encodeForm} writes with.
 * Slips are mended in the raw text only, never in what a percent-encoded value says.
 * @throws MmsError `submit/unreadable-form` when no complete message can be made of it, and with `strict` for any
 * departure, with `maxRecipients` for a longer list; `details.issues` has all of them
 */
export function decodeForm(body: string | Uint8Array, options: DecodeFormOptions = {}): DecodedForm {
  return decodeFormText(
    typeof body === 'string' ? { text: body } : readFormText(requireOctets(body, 'body')),
    options,
  );
}

/** {@link decodeForm} of a form that is text already, but for a file in it. */
export function decodeFormText({ text, long }: FormText, options: DecodeFormOptions = {}): DecodedForm {
  const { strict = false, maxRecipients = Number.POSITIVE_INFINITY } = requireObject(
    options,
    'options such as { strict }',
    'options',
  );
  const findings = new Findings();
  const pairs = pairsByName(splitForm(text, findings), findings);
  refuseMany(pairs, maxRecipients, findings);
  const credentials = readCredentials(pairs, findings);
  const responseFormat = readResponseFormat(pairs.get('ResponseFormat'), findings);
  const kind = kindOf(pairs, findings);
  if (kind === undefined)
    throw unreadable('no content: expected a parameter that carries some, or Message', findings);
  const message = readMessage(kind, pairs, long, findings);
  if (!isComplete(message, findings)) throw unreadable('the message is incomplete', findings);
  const refused = strict ? findings.issues.find(isRefused) : undefined;
  if (refused !== undefined) throw unreadable(`${refused.path ?? 'form'}: ${refused.message}`, findings);
  return {
    message,
    ...(credentials && { credentials }),
    responseFormat,
    warnings: findings.issues,
  };
}
