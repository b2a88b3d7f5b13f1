import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseVCalendar, parseVCard } from '../../cards/index.ts';
import { LIMITS } from '../../limits.ts';
import { openPresentation } from '../../presentation/index.ts';
import type { MessageKind } from '../../submit/index.ts';
import type { CliArguments, CliContext } from '../command.ts';
import { readInput, STANDARD_STREAM } from './files.ts';
import { readJson } from './json-input.ts';
import { textOf } from './option-values.ts';
import { readBitmap, type UsualSize } from './read-bitmap.ts';
import { readTune } from './read-tune.ts';

type Values = CliArguments['values'];
type ContentReader = (path: string, values: Values, context: CliContext) => Promise<Record<string, unknown>>;

async function readText(path: string, context: CliContext): Promise<string> {
  return new TextDecoder().decode(await readInput(path, LIMITS.maxManifestBytes, context));
}

/** The JSON model of a card or entry, or its text of any version, which is then written anew. */
async function readModel(
  path: string,
  parse: (text: string) => unknown,
  context: CliContext,
): Promise<unknown> {
  return isJson(path) ? readJson(path, context) : parse(await readText(path, context));
}

function isJson(path: string): boolean {
  return /\.json$/i.test(path);
}

function picture(usual: UsualSize): ContentReader {
  return async (path, _, context) => ({
    bitmap: isJson(path) ? await readJson(path, context) : await readBitmap(path, {}, usual, context),
  });
}

async function readFile(path: string, values: Values, context: CliContext): Promise<Record<string, unknown>> {
  const name = textOf(values, 'name') ?? (path === STANDARD_STREAM ? undefined : basename(path));
  const contentType = textOf(values, 'content-type');
  const data = await readInput(path, LIMITS.maxUploadBytes, context);
  return { file: { name, data, ...(contentType !== undefined && { contentType }) } };
}

/** A folder or a manifest is composed; a `.mms`, a ZIP or a single file goes as it is. */
async function readMessage(
  path: string,
  values: Values,
  context: CliContext,
): Promise<Record<string, unknown>> {
  const isFolder =
    path !== STANDARD_STREAM && (await stat(path).catch(() => undefined))?.isDirectory() === true;
  if (!isFolder && !/\.(?:ya?ml|json)$/i.test(path)) return readFile(path, values, context);
  return { presentation: await openPresentation([path], { root: textOf(values, 'root') }) };
}

/** How the FILE of each kind of message is read. */
const READERS: Readonly<Record<MessageKind, ContentReader>> = {
  text: async (path, _, context) => ({ text: await readText(path, context) }),
  'picture-message': picture({ width: 72, height: 28 }),
  'group-graphic': picture({ width: 72, height: 14 }),
  'operator-logo': picture({ width: 72, height: 14 }),
  ringtone: async (path, _, context) => ({ tune: (await readTune(path, {}, context)).tune }),
  vcard: async (path, _, context) => ({ card: await readModel(path, parseVCard, context) }),
  vcalendar: async (path, _, context) => ({ calendar: await readModel(path, parseVCalendar, context) }),
  mms: readMessage,
  'wap-push': readFile,
  'service-indication': async href => ({ href }),
  pdu: async (path, _, context) => ({ userData: await readInput(path, LIMITS.maxManifestBytes, context) }),
};

/** The content of a message from the FILE of the command line. */
export function readContent(
  kind: MessageKind,
  path: string,
  values: Values,
  context: CliContext,
): Promise<Record<string, unknown>> {
  return READERS[kind](path, values, context);
}
