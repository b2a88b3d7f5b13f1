import { fromHex } from '../../bytes/index.ts';
import { checkEmsItems, type EmsItem, type EmsPictureOptions, emsPicture } from '../../ems/index.ts';
import { MmsError } from '../../errors.ts';
import type { Issue } from '../../issues/index.ts';
import { LIMITS } from '../../limits.ts';
import { lint } from '../../lint/index.ts';
import type { CliArguments, CliContext, Command } from '../command.ts';
import { readInput } from './files.ts';
import { readJson, withJsonOptions } from './json-input.ts';
import { readTune, tuneOfJson } from './read-tune.ts';
import { objectOf } from './sms-json.ts';

type Values = CliArguments['values'];
type Json = Readonly<Record<string, unknown>>;

/** The items of an EMS message in JSON, and the options beside them; what the command line says wins. */
export async function readEmsInput(
  path: string,
  options: Command['options'],
  values: Values,
  context: CliContext,
): Promise<{ items: readonly EmsItem[]; values: Values }> {
  const { items, dcs, ...others } = await readEmsJson(path, context);
  const beside = { ...others, ...(dcs === undefined ? {} : { dataCodingScheme: dcs }) };
  return { items, values: withJsonOptions(beside, options, values) };
}

/** The items of an EMS message in JSON, and what stands beside them. */
export async function readEmsJson(
  path: string,
  context: CliContext,
): Promise<Json & { readonly items: readonly EmsItem[] }> {
  const { items, parts, ...others } = objectOf(await readJson(path, context), '$');
  const list = parts === undefined ? listOf(items, 'items') : inParts(listOf(parts, 'parts'));
  const read: unknown[] = [];
  for (const [index, item] of list.entries()) {
    read.push(await itemOf(objectOf(item, `items[${index}]`), context));
  }
  checkEmsItems(read);
  return { ...others, items: read };
}

/** What the telephones of a make do not take, and that the message takes many SMS: writing has not reported these. */
export function emsFindings(
  items: readonly EmsItem[],
  phoneMake: string | undefined,
  maxSmsParts?: number,
): Issue[] {
  const found = lint({ items }, { phoneMake, maxSmsParts });
  return found.filter(({ code }) => code === 'ems/not-taken' || code === 'sms/many-parts');
}

/** Lists of items, each of which begins a part. */
function inParts(parts: readonly unknown[]): unknown[] {
  return parts.flatMap((items, index) => {
    const list = listOf(items, `parts[${index}]`);
    return index === 0 ? list : [{ type: 'break' }, ...list];
  });
}

/** An item as the library takes it: files are read, and octets are hexadecimal. */
async function itemOf(item: Json, context: CliContext): Promise<unknown> {
  const { type, image, file, tune, data } = item;
  if (type === 'picture' && typeof image === 'string') return pictureOf(image, item, context);
  if (type === 'melody' && typeof file === 'string') {
    return { type, tune: (await readTune(file, {}, context)).tune };
  }
  if (type === 'melody' && tune !== undefined) return { type, tune: tuneOfJson(tune, {}).tune };
  return type === 'element' && typeof data === 'string' ? { ...item, data: fromHex(data) } : item;
}

const FORMS = ['small', 'large', 'variable'] as const;

async function pictureOf(path: string, { form }: Json, context: CliContext): Promise<EmsItem> {
  const bytes = await readInput(path, LIMITS.maxAssetBytes, context);
  const { decodeImage } = await import('../../media/index.ts');
  const options: EmsPictureOptions = { form: FORMS.find(name => name === form) };
  return emsPicture(await decodeImage(bytes), options);
}

function listOf(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new MmsError('manifest/type', 'expected a list', { path });
}
