import { stat } from 'node:fs/promises';
import { sha256 } from '../../bytes/index.ts';
import { type EmsItem, emsPicture, segmentEms } from '../../ems/index.ts';
import { LIMITS } from '../../limits.ts';
import { openPresentation } from '../../presentation/index.ts';
import { parseTune, sniffTune } from '../../ringtone/index.ts';
import type { SmsSegment } from '../../sms/index.ts';
import { emsSubmissions, type GatewayMessage, messageFromJson, PHONE_MAKES } from '../../submit/index.ts';
import { type CliArguments, type CliContext, UsageError } from '../command.ts';
import { tellIssues } from '../print/format-issue.ts';
import { emsFindings, readEmsJson } from './ems-items.ts';
import { readInput, STANDARD_STREAM } from './files.ts';
import { numberOf, textOf } from './option-values.ts';
import { messageFields } from './send-options.ts';

/**
 * The submissions of an EMS message, one for each SMS: a gateway takes the user data of one at a time. The items are those
 * of `--input`, then what FILE holds, then the text of `--text`.
 */
export async function readEmsMessages(
  path: string | undefined,
  values: CliArguments['values'],
  context: CliContext,
): Promise<GatewayMessage[]> {
  const input = textOf(values, 'input');
  const { items: listed, ...json } = input === undefined ? { items: [] } : await readEmsJson(input, context);
  const { text, ...given } = messageFields('ems', values);
  const items: EmsItem[] = [
    ...listed,
    ...(path === undefined ? [] : await itemsOfFile(path, given['phoneMake'], context)),
    ...(typeof text === 'string' ? [{ type: 'text', text } as const] : []),
  ];
  if (items.length === 0)
    throw new UsageError('expected FILE, --input or --text: an EMS message needs content');
  const fields = { ...json, ...given };
  const phoneMake = PHONE_MAKES.find(make => make === fields['phoneMake']);
  const reference = numberOf(values, 'reference') ?? referenceOf(items);
  const submissions = emsSubmissions(items, phoneMake === undefined ? {} : { phoneMake }, reference);
  const messages = submissions.map(({ segment }) => messageFromJson({ ...fields, ...contentOf(segment) }));
  tellIssues(emsFindings(items, phoneMake), context);
  return messages;
}

/** Text without object or format is not EMS: the gateway wants a header for a PDU. */
function contentOf(segment: SmsSegment | undefined): object {
  const { userDataHeader, text } = segment ?? {};
  return userDataHeader?.length === 0 ? { kind: 'text', text } : { kind: 'pdu', segment };
}

/** A list of items, a message, a picture, a tune, or else a text. */
async function itemsOfFile(
  path: string,
  phoneMake: unknown,
  context: CliContext,
): Promise<readonly EmsItem[]> {
  if (/\.json$/i.test(path)) return (await readEmsJson(path, context)).items;
  if (await isMessage(path)) return itemsOfMessage(path, phoneMake, context);
  const bytes = await readInput(path, LIMITS.maxAssetBytes, context);
  const { decodeImage, probeImage } = await import('../../media/index.ts');
  if (probeImage(bytes) !== undefined) return [emsPicture(await decodeImage(bytes))];
  if (sniffTune(bytes) !== undefined) {
    const { title, loop, events, warnings } = parseTune(bytes);
    tellIssues(warnings, context);
    return [{ type: 'melody', tune: { title, loop, events } }];
  }
  return [{ type: 'text', text: new TextDecoder().decode(bytes).replace(/\r?\n$/, '') }];
}

/** What is composed, or was: a manifest, a folder, a bundle, a binary message. */
async function isMessage(path: string): Promise<boolean> {
  if (path === STANDARD_STREAM) return false;
  return (
    /\.(?:ya?ml|mms|zip)$/i.test(path) || (await stat(path).catch(() => undefined))?.isDirectory() === true
  );
}

async function itemsOfMessage(
  path: string,
  phoneMake: unknown,
  context: CliContext,
): Promise<readonly EmsItem[]> {
  const presentation = await openPresentation([path]);
  const { items, issues } = await presentation.toEms(typeof phoneMake === 'string' ? { phoneMake } : {});
  tellIssues(issues, context);
  return items;
}

/** What ties the parts together: other content has another reference, so that a phone does not mix two messages. */
function referenceOf(items: readonly EmsItem[]): number {
  const octets = segmentEms(items).flatMap(({ userData }) => [...userData]);
  return sha256(Uint8Array.from(octets))[0] ?? 0;
}
