import { joinOctets, type ReaderOptions, requireArray, requireOctets, wrongType } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { type Issue, issueOf, SMS_ISSUES } from '../issues/index.ts';
import { indexOfLoneSurrogate } from '../text/index.ts';
import { type DecodedDeliver, decodeDeliver } from './decode-deliver.ts';
import { type DecodedSubmit, decodeSubmit } from './decode-submit.ts';
import type { InformationElement } from './information-element.ts';
import { shiftTablesOrDefault } from './language.ts';
import { messageTypeOf } from './tpdu.ts';
import { textOfSeptets } from './unpack-text.ts';

/** One part as read: a message that was sent, or one that was received. */
export type DecodedPart = DecodedSubmit | DecodedDeliver;

/** What all parts of a message say, and what they say together. */
export interface JoinedSms {
  /** The text of all parts; absent for data. */
  readonly text?: string;
  readonly data?: Uint8Array;
  /** Reference of a long message. */
  readonly reference?: number;
  readonly referenceBits?: 8 | 16;
  /** The elements of the first part except ports, language tables and concatenation. */
  readonly informationElements: readonly InformationElement[];
  /** In order of their sequence numbers. */
  readonly parts: readonly DecodedPart[];
  /** Sequence numbers of parts that were not given. */
  readonly missing: readonly number[];
  readonly warnings: readonly Issue[];
}

type PartOnly =
  | keyof JoinedSms
  | 'userData'
  | 'userDataLength'
  | 'userDataHeader'
  | 'septets'
  | 'concatenation';

/**
 * A whole message as read from its parts. One that was sent is what `encodeSms` takes: encoding it again gives the same
 * TPDUs.
 */
export type DecodedSms = (Omit<DecodedSubmit, PartOnly> | Omit<DecodedDeliver, PartOnly>) & JoinedSms;

function decodePart(tpdu: Uint8Array, options: ReaderOptions): DecodedPart {
  const type = messageTypeOf(tpdu[0] ?? 0);
  if (type === undefined) {
    throw new MmsError('sms/message-type', 'expected sms-submit or sms-deliver, found a report or command', {
      offset: 0,
    });
  }
  return type === 'sms-submit' ? decodeSubmit(tpdu, options) : decodeDeliver(tpdu, options);
}

function addressOf(part: DecodedPart): string {
  return part.messageType === 'sms-submit' ? part.to : part.from;
}

/** What the parts of one message have in common. */
function identity(part: DecodedPart): string {
  const { messageType, data, concatenation } = part;
  const { reference, referenceBits, total } = concatenation ?? {};
  return JSON.stringify([messageType, addressOf(part), data === undefined, reference, referenceBits, total]);
}

/** The parts by sequence number, a repeated one once. */
function inOrder(first: DecodedPart, parts: readonly DecodedPart[]): DecodedPart[] {
  const common = identity(first);
  const stranger = parts.findIndex(
    (part, index) => index > 0 && (part.concatenation === undefined || identity(part) !== common),
  );
  if (stranger >= 0) {
    throw new MmsError('sms/mixed-parts', 'expected parts of one message', {
      path: `tpdus[${stranger}]`,
      hint: 'decode each message by itself',
    });
  }
  const bySequence = new Map(parts.map(part => [part.concatenation?.sequence ?? 1, part] as const));
  return [...bySequence].toSorted(([a], [b]) => a - b).map(([, part]) => part);
}

function missingSequences(parts: readonly DecodedPart[]): number[] {
  const given = new Set(parts.map(part => part.concatenation?.sequence ?? 1));
  const total = parts[0]?.concatenation?.total ?? 1;
  return Array.from({ length: total }, (_, index) => index + 1).filter(sequence => !given.has(sequence));
}

function warningsOf(
  parts: readonly DecodedPart[],
  missing: readonly number[],
  joined: JoinedText | undefined,
): Issue[] {
  const ofParts = parts.flatMap(({ warnings }, index) =>
    warnings
      .filter(({ code }) => code !== UNASSIGNED || (joined?.unassigned ?? 1) > 0)
      .map(warning => ({
        ...warning,
        path: warning.path === undefined ? `parts[${index}]` : `parts[${index}].${warning.path}`,
      })),
  );
  const lone = joined === undefined ? -1 : indexOfLoneSurrogate(joined.text);
  return [
    ...ofParts,
    ...(missing.length === 0
      ? []
      : [issueOf(SMS_ISSUES, 'sms/missing-parts', `missing: ${missing.join(', ')}`)]),
    ...(lone < 0
      ? []
      : [
          issueOf(SMS_ISSUES, 'sms/lone-surrogate', `half a surrogate pair at character ${lone + 1}`, {
            severity: 'warning',
          }),
        ]),
  ];
}

const UNASSIGNED = 'sms/unassigned-septet';

/** The text of all parts, and how many of its septets had no character of their own. */
interface JoinedText {
  readonly text: string;
  readonly unassigned: number;
}

/** Septets are joined before they are read, because some senders cut between an escape and its septet. */
function joinTexts(parts: readonly DecodedPart[]): JoinedText {
  let text = '';
  let unassigned = 0;
  for (let i = 0; i < parts.length; ) {
    const run = runOfSeptets(parts, i);
    if (run.length < 2) {
      text += parts[i]?.text ?? '';
      unassigned += parts[i]?.warnings.some(({ code }) => code === UNASSIGNED) === true ? 1 : 0;
      i++;
    } else {
      const septets = joinOctets(run.flatMap(({ septets = [] }) => septets));
      const read = textOfSeptets(septets, shiftTablesOrDefault(run[0]?.nationalLanguage ?? {}));
      text += read.text;
      unassigned += read.unassigned;
      i += run.length;
    }
  }
  return { text, unassigned };
}

/** The parts from one on that follow each other without a gap in septets of the same tables. */
function runOfSeptets(parts: readonly DecodedPart[], from: number): DecodedPart[] {
  const run: DecodedPart[] = [];
  for (let i = from; i < parts.length; i++) {
    const part = parts[i];
    const before = run.at(-1);
    if (part?.septets === undefined) break;
    const follows = before === undefined || sequenceOf(part) === sequenceOf(before) + 1;
    if (!follows || tablesOf(part) !== tablesOf(run[0] ?? part)) break;
    run.push(part);
  }
  return run;
}

const sequenceOf = ({ concatenation }: DecodedPart): number => concatenation?.sequence ?? 1;

const tablesOf = ({ nationalLanguage: { singleShift = 0, lockingShift = 0 } = {} }: DecodedPart): string =>
  `${singleShift}:${lockingShift}`;

/** What shows that the parts may come from two messages of one reference. */
function oddities(given: readonly DecodedPart[], parts: readonly DecodedPart[]): Issue[] {
  const found: Issue[] = [];
  const [first] = parts;
  for (const [index, part] of parts.entries()) {
    const differs = [
      ...(part.encoding === first?.encoding ? [] : ['alphabet']),
      ...(JSON.stringify(part.ports) === JSON.stringify(first?.ports) ? [] : ['ports']),
    ];
    if (differs.length === 0) continue;
    const message = `part ${sequenceOf(part)} has another ${differs.join(' and other ')} than part 1`;
    found.push(issueOf(SMS_ISSUES, 'sms/parts-differ', message, { path: `parts[${index}]` }));
  }
  for (const part of given) {
    const kept = parts.find(other => sequenceOf(other) === sequenceOf(part));
    if (kept === undefined || areEqual(kept.userData, part.userData)) continue;
    const message = `part ${sequenceOf(part)} was given twice with different content`;
    found.push(issueOf(SMS_ISSUES, 'sms/parts-differ', message, { path: `parts[${parts.indexOf(kept)}]` }));
  }
  return found;
}

function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((octet, index) => octet === b[index]);
}

/** The elements that `encodeSms` would not make by itself. */
function ownElements({ informationElements }: DecodedPart): InformationElement[] {
  const made = [0x00, 0x04, 0x05, 0x08, 0x24, 0x25];
  return informationElements.filter(({ id }) => !made.includes(id)).map(({ id, data }) => ({ id, data }));
}

/**
 * Reads a message from its TPDUs, SMS-SUBMIT or SMS-DELIVER, given in any order and without SMSC addresses. Missing
 * parts are named in `missing` and warned of.
 * @throws MmsError `bytes/truncated`, `sms/message-type`, `sms/mixed-parts`
 * @example decodeSms(encodeSms({ to, text }).map(({ tpdu }) => tpdu)).text === text
 */
export function decodeSms(tpdus: readonly Uint8Array[], options: ReaderOptions = {}): DecodedSms {
  const decoded = requireArray(tpdus, 'an array of TPDUs', 'tpdus').map((tpdu, index) =>
    decodePart(requireOctets(tpdu, `tpdus[${index}]`), options),
  );
  const [first] = decoded;
  if (first === undefined) throw wrongType('at least one TPDU', tpdus, 'tpdus');
  const parts = inOrder(first, decoded);
  const missing = missingSequences(parts);
  const joined = first.data === undefined ? joinTexts(parts) : undefined;
  const text = joined?.text;
  const { userData, userDataLength, userDataHeader, septets, concatenation, data, ...common } =
    parts[0] ?? first;
  return {
    ...common,
    ...(concatenation === undefined
      ? {}
      : { reference: concatenation.reference, referenceBits: concatenation.referenceBits }),
    ...(text === undefined ? { data: joinOctets(parts.flatMap(({ data = [] }) => data)) } : { text }),
    informationElements: ownElements(parts[0] ?? first),
    parts,
    missing,
    warnings: [...warningsOf(parts, missing, joined), ...oddities(decoded, parts)],
  };
}
