import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseVCalendar, parseVCard } from '../../cards/index.ts';
import { TEXT_ISSUES } from '../../issues/index.ts';
import { LIMITS } from '../../limits.ts';
import { openPresentation } from '../../presentation/index.ts';
import { MESSAGE_KINDS, type MessageKind } from '../../submit/index.ts';
import { sourceText } from '../../text/index.ts';
import { Warnings } from '../../warnings.ts';
import { type CliArguments, type CliContext, UsageError } from '../command.ts';
import { readInput, STANDARD_STREAM } from './files.ts';
import { readJson } from './json-input.ts';
import { textOf } from './option-values.ts';
import { readBitmap } from './read-bitmap.ts';
import { readTune } from './read-tune.ts';

type Values = CliArguments['values'];
type ContentReader = (path: string, source: ContentSource, context: CliContext) => Promise<Content>;
type Content = Record<string, unknown>;

/** What the command line says of the FILE besides its path. */
interface ContentSource {
  readonly kind: MessageKind;
  readonly values: Values;
}

async function readText(path: string, context: CliContext): Promise<string> {
  return sourceText(await readInput(path, LIMITS.maxManifestBytes, context), new Warnings(TEXT_ISSUES)).text;
}

/** The JSON model of a card or entry, or its text of any version, which is then rewritten. */
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

async function readPicture(path: string, { kind }: ContentSource, context: CliContext): Promise<Content> {
  if (isJson(path)) return { bitmap: await readJson(path, context) };
  return { bitmap: await readBitmap(path, {}, MESSAGE_KINDS[kind].picture, context) };
}

async function readFile(path: string, { values }: ContentSource, context: CliContext): Promise<Content> {
  const name = textOf(values, 'name') ?? (path === STANDARD_STREAM ? undefined : basename(path));
  const contentType = textOf(values, 'content-type');
  const data = await readInput(path, LIMITS.maxUploadBytes, context);
  return { file: { name, data, ...(contentType !== undefined && { contentType }) } };
}

/** A folder or a manifest is composed; a `.mms`, a ZIP or a single file goes as it is. */
async function readMessage(path: string, source: ContentSource, context: CliContext): Promise<Content> {
  const isFolder =
    path !== STANDARD_STREAM && (await stat(path).catch(() => undefined))?.isDirectory() === true;
  if (!isFolder && !/\.(?:ya?ml|json)$/i.test(path)) return readFile(path, source, context);
  return { presentation: await openPresentation([path], { root: textOf(source.values, 'root') }) };
}

/** How a FILE is read, by the key of the message that it stands at; the first that a kind has counts. */
const READERS: readonly (readonly [key: string, read: ContentReader])[] = [
  ['bitmap', readPicture],
  ['tune', async (path, _, context) => ({ tune: (await readTune(path, {}, context)).tune })],
  ['card', async (path, _, context) => ({ card: await readModel(path, parseVCard, context) })],
  ['calendar', async (path, _, context) => ({ calendar: await readModel(path, parseVCalendar, context) })],
  ['presentation', readMessage],
  ['file', readFile],
  ['href', async href => ({ href })],
  [
    'userData',
    async (path, _, context) => ({ userData: await readInput(path, LIMITS.maxManifestBytes, context) }),
  ],
  ['text', async (path, _, context) => ({ text: await readText(path, context) })],
];

/** The content of a message from the FILE of the command line. */
export async function readContent(
  kind: MessageKind,
  path: string,
  values: Values,
  context: CliContext,
): Promise<Content> {
  const reader = READERS.find(([key]) => MESSAGE_KINDS[kind].oneOf.includes(key))?.[1];
  if (reader === undefined) throw new UsageError(`a message of kind ${kind} takes no file`);
  return reader(path, { kind, values }, context);
}
