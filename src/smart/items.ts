import { type ByteReader, ByteWriter } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { isOtaBitmap } from './ota-bitmap.ts';
import { skipVersion, VERSION } from './version.ts';

/** Types of the items in a multipart message (Smart Messaging 3.0.0); 05 is reserved. */
export const ITEM_TYPES = {
  isoText: 0x00,
  unicodeText: 0x01,
  bitmap: 0x02,
  ringingTone: 0x03,
  profileName: 0x04,
  screenSaver: 0x06,
} as const;

const ITEM = { name: 'item', clause: 'SM3' } as const;
const TYPE = { name: 'type', clause: 'SM3' } as const;
const LENGTH = { name: 'length', clause: 'SM3' } as const;

const KNOWN_TYPES: ReadonlySet<number> = new Set(Object.values(ITEM_TYPES));
const MAX_ITEM_LENGTH = 0xffff;

/** One item of a multipart message, as it is. */
export interface SmartItem {
  /** 0 to 255. */
  readonly type: number;
  readonly data: Uint8Array;
}

/**
 * The payload of a multipart message (port 5514): version, then type, length and data of each item.
 * @throws MmsError `smart/item-length` for an item above 65535 octets
 */
export function encodeItems(items: readonly SmartItem[]): Uint8Array {
  const writer = new ByteWriter();
  writer.octet(VERSION);
  for (const { type, data } of items) {
    if (data.length > MAX_ITEM_LENGTH) {
      const message = `expected an item of at most ${MAX_ITEM_LENGTH} octets, found ${data.length}`;
      throw new MmsError('smart/item-length', message);
    }
    writer.octet(type);
    writer.octet(data.length >> 8);
    writer.octet(data.length);
    writer.octets(data);
  }
  return writer.toBytes();
}

/**
 * Items in an order by name; names without item are passed over.
 * @throws MmsError `bytes/value-type` when `order` misses an item or names one twice
 */
export function inOrder<Key extends string>(
  items: Partial<Record<Key, SmartItem>>,
  order: readonly Key[],
): SmartItem[] {
  const missing = Object.keys(items).find(key => !order.some(name => name === key));
  if (missing !== undefined) throw wrongOrder(`expected an itemOrder that names ${missing}`);
  if (new Set(order).size < order.length) throw wrongOrder('expected an itemOrder that names each item once');
  return order.map(key => items[key]).filter(item => item !== undefined);
}

/** How the items of one kind are read: a row per kind of item. */
export interface ItemReader<Key extends string, Content extends object> {
  readonly key: Key;
  readonly types: readonly number[];
  /** Reads the data, to which the reader is narrowed. */
  read(type: number): Content;
}

/** What {@link readItems} finds. */
export interface ReadItems<Key extends string, Content extends object> {
  readonly content: Partial<Content>;
  readonly itemOrder: readonly Key[];
  /** Repeated items and those without row; absent for none. */
  readonly otherItems?: readonly SmartItem[];
}

/**
 * Reads a multipart message, items in any order.
 * @throws MmsError `smart/version`, `smart/item-length`, `smart/too-many-items`, `bytes/truncated`
 */
export function readItems<Key extends string, Content extends object>(
  reader: ByteReader,
  rows: readonly ItemReader<Key, Partial<Content>>[],
): ReadItems<Key, Content> {
  const content: Partial<Content> = {};
  const itemOrder: Key[] = [];
  const otherItems: SmartItem[] = [];
  const most = reader.limits.maxSmartItems;
  readVersion(reader);
  reader.enter('items');
  for (let i = 0; reader.left > 0; i++) {
    if (i === most) throw reader.error('smart/too-many-items', `expected at most ${most} items`);
    reader.enter(i, ITEM);
    const start = reader.offset;
    const type = reader.octet();
    reader.piece(TYPE, start, type);
    const outerEnd = reader.narrow(readLength(reader, type));
    const row = rows.find(({ key, types }) => types.includes(type) && !itemOrder.includes(key));
    if (row === undefined) {
      otherItems.push({ type, data: reader.view(reader.left) });
      reader.warn('smart/other-item', `an item of type ${type} that is repeated or has no place here`, start);
    } else {
      Object.assign(content, row.read(type));
      itemOrder.push(row.key);
    }
    reader.widen(outerEnd);
    reader.leave();
  }
  reader.leave();
  return { content, itemOrder, ...(otherItems.length === 0 ? {} : { otherItems }) };
}

/** Netpbm leaves the version out. */
function readVersion(reader: ByteReader): void {
  if (reader.peek() === VERSION) skipVersion(reader);
  else if (beginsWithItem(reader.bytes)) reader.warn('smart/version', 'no version octet 30 before the items');
  else throw reader.error('smart/version', 'expected the version octet 30 or an item');
}

/** True for octets that begin with a known item type and a length that fits. */
export function beginsWithItem(bytes: Uint8Array): boolean {
  const [type = -1, high = 0, low = 0] = bytes;
  return KNOWN_TYPES.has(type) && bytes.length >= 3 && high * 0x100 + low <= bytes.length - 3;
}

/** The types of the items in a payload, as far as their lengths lead. */
export function itemTypes(payload: Uint8Array): number[] {
  const types: number[] = [];
  let at = payload[0] === VERSION ? 1 : 0;
  while (at + 3 <= payload.length) {
    const [type = 0, high = 0, low = 0] = payload.subarray(at, at + 3);
    types.push(type);
    at += 3 + high * 0x100 + low;
  }
  return types;
}

/** GSM::SMS writes 255 for a bitmap of 256 octets. */
function readLength(reader: ByteReader, type: number): number {
  const start = reader.offset;
  const length = reader.octet() * 0x100 + reader.octet();
  reader.piece(LENGTH, start, length);
  if (length > reader.left) {
    const message = `an item of ${length} octets where ${reader.left} are left`;
    throw reader.error('smart/item-length', message, start);
  }
  const isBitmap = type === ITEM_TYPES.bitmap || type === ITEM_TYPES.screenSaver;
  if (!isBitmap || length === reader.left) return length;
  const oneMore = reader.bytes.subarray(reader.offset, reader.offset + length + 1);
  if (!isOtaBitmap(oneMore)) return length;
  reader.warn(
    'smart/item-length',
    `expected a bitmap of ${length + 1} octets, found length ${length}`,
    start,
  );
  return length + 1;
}

function wrongOrder(message: string): MmsError {
  return new MmsError('bytes/value-type', message, { path: 'options.itemOrder' });
}
