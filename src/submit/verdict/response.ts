import { requireOctets, wrongType } from '../../bytes/index.ts';
import { MmsError } from '../../errors.ts';
import type { ResponseFormat } from '../form/form.ts';
import { percentDecode, percentEncode } from '../form/percent.ts';
import { checkReports } from '../shapes.ts';
import { isAccepted } from './report-codes.ts';

/** What the gateway says about one number, or about the whole request. */
export interface GatewayReport {
  /** Absent in format 0. Having one does not mean acceptance. */
  readonly messageIdentifier?: string;
  /** See {@link REPORT_CODES}; 0 and below is success, with exceptions. */
  readonly report: number;
  readonly accepted: boolean;
  /** The gateway's wording, which is not stable. From a stranger: escape it before printing. */
  readonly text?: string;
  /** The number under which the gateway keeps the uploaded file. */
  readonly libraryNumber?: number;
}

/** An answer of the gateway, read. */
export interface GatewayResponse {
  /** `sentence` is format 0; formats 1 and 3 look alike when there is one report. */
  readonly form: 'sentence' | 'fields';
  /** At least one. */
  readonly reports: readonly GatewayReport[];
  /** Fields that the manual does not know, by name in lower case. */
  readonly unknown: Readonly<Record<string, readonly string[]>>;
}

const SENTENCE = /^(-?[0-9]{1,3}) -(?: ([^\n]*))?$/;
const REPORT = /^-?[0-9]{1,3}$/;
const LIBRARY_NUMBER = /^[0-9]{1,5}$/;

/** A format 0 answer counts as success on this text only; the number that goes with it is not documented. */
const SENT = 'Message Sent OK';

/** No request has more recipients by far. */
const MAX_REPORTS = 20_000;

/** The four lists of an answer to as many, and as much again of what the manual does not know. */
const MAX_VALUES = 8 * MAX_REPORTS;

function unreadable(reason: string): MmsError {
  return new MmsError('submit/unreadable-response', reason);
}

function readSentence(body: string): GatewayReport | undefined {
  const lastLine = body.slice(body.lastIndexOf('\n') + 1);
  const match = SENTENCE.exec(lastLine);
  if (match === null) return undefined;
  const [, report = '', text = ''] = match;
  return { report: Number(report), accepted: text.includes(SENT), ...(text !== '' && { text }) };
}

/** Values by name in lower case. Lists are split before they are decoded: an encoded comma belongs to its value. */
function readFields(body: string): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  let left = MAX_VALUES;
  for (const pair of body.split('&', 1000)) {
    const equals = pair.indexOf('=');
    if (equals < 0) continue;
    const values = pair
      .slice(equals + 1)
      .split(',', MAX_REPORTS + 1)
      .map(value => percentDecode(value).text);
    const name = percentDecode(pair.slice(0, equals)).text.toLowerCase();
    left -= values.length;
    if (left < 0) throw unreadable(`expected at most ${MAX_VALUES} values`);
    const known = fields.get(name);
    if (known === undefined) fields.set(name, values);
    else for (const value of values) known.push(value);
  }
  return fields;
}

/** A value for each report, of one that stands for all or of as many. */
function spread(values: readonly string[] = [''], count: number, name: string): readonly string[] {
  const each = values.length === 1 ? Array.from({ length: count }, () => values).flat() : values;
  if (each.length === count) return each;
  throw unreadable(`expected 1 or ${count} values of ${name}, found ${values.length}`);
}

const KNOWN = ['messageidentifier', 'report', 'text', 'librarynumber'];

function unknownFields(fields: ReadonlyMap<string, readonly string[]>): Record<string, readonly string[]> {
  const unknown: Record<string, readonly string[]> = Object.create(null);
  for (const [name, values] of fields) if (!KNOWN.includes(name)) unknown[name] = values;
  return unknown;
}

function reportsOf(fields: ReadonlyMap<string, readonly string[]>): GatewayReport[] {
  const codes = fields.get('report') ?? [];
  const identifiers = fields.get('messageidentifier') ?? [];
  const count = codes.length;
  if (count === 0) throw unreadable('no Report in the answer');
  if (count > MAX_REPORTS) throw unreadable(`expected at most ${MAX_REPORTS} reports`);
  if (identifiers.length !== count) {
    throw unreadable(
      `expected as many message identifiers as reports, found ${identifiers.length} and ${count}`,
    );
  }
  const texts = spread(fields.get('text'), count, 'Text');
  const libraries = spread(fields.get('librarynumber'), count, 'LibraryNumber');
  return codes.map((code, index) => {
    if (!REPORT.test(code)) throw unreadable(`report ${index + 1} is not a number of at most three digits`);
    const text = texts[index];
    const library = libraries[index];
    if (library && !LIBRARY_NUMBER.test(library))
      throw unreadable('a library number that does not have 1 to 5 digits');
    return {
      messageIdentifier: identifiers[index] ?? '',
      report: Number(code),
      accepted: isAccepted(Number(code)),
      ...(text && { text }),
      ...(library && { libraryNumber: Number(library) }),
    };
  });
}

/**
 * Reads an answer of any format (0, 1 or 3), whichever was asked for (manual, HTTP Response).
 * @throws MmsError `submit/unreadable-response`: the message may be out nevertheless
 * @example parseResponse('MessageIdentifier=30106CCE&Report=%2D2').reports[0].accepted // true
 */
export function parseResponse(body: string | Uint8Array): GatewayResponse {
  const text = (
    typeof body === 'string' ? body : new TextDecoder().decode(requireOctets(body, 'body'))
  ).trim();
  const sentence = readSentence(text);
  if (sentence !== undefined) return { form: 'sentence', reports: [sentence], unknown: {} };
  const fields = readFields(text);
  return { form: 'fields', reports: reportsOf(fields), unknown: unknownFields(fields) };
}

function encodeList(values: readonly (string | number | undefined)[]): string {
  return values.map(value => percentEncode(String(value ?? '')).replaceAll('-', '%2D')).join(',');
}

/** The report that formats 0 and 1 give: the last failure, or the last one. */
function summary(reports: readonly GatewayReport[]): GatewayReport | undefined {
  return reports.findLast(({ accepted }) => !accepted) ?? reports.at(-1);
}

/**
 * The twin of {@link parseResponse}, as the gateway writes: format 3 has a value for each report, formats 0 and 1 have
 * the last failure, or the last report when all are accepted.
 */
export function formatResponse(reports: readonly GatewayReport[], format: ResponseFormat): string {
  checkReports(reports);
  if (![0, 1, 3].includes(format)) throw wrongType('0, 1 or 3', format, 'format');
  const last = summary(reports);
  if (last === undefined) throw wrongType('at least one report', reports, 'reports');
  if (format === 0) {
    const sentence = last.accepted ? SENT : (last.text ?? '').replace(/[\r\n]+/g, ' ');
    return `${last.report} - ${sentence}`;
  }
  const shown = format === 3 ? reports : [last];
  const pairs = [
    `MessageIdentifier=${encodeList(shown.map(report => report.messageIdentifier))}`,
    `Report=${encodeList(shown.map(({ report }) => report))}`,
    `Text=${encodeList(shown.map(({ text }) => text))}`,
  ];
  const hasLibrary = shown.some(({ libraryNumber }) => libraryNumber !== undefined);
  if (hasLibrary) pairs.push(`LibraryNumber=${encodeList(shown.map(report => report.libraryNumber))}`);
  return pairs.join('&');
}
