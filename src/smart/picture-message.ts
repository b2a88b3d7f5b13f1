import type { Bitmap } from '../bitmap/index.ts';
import { ByteReader } from '../bytes/index.ts';
import { type Issue, issueOf, SMART_ISSUES } from '../issues/index.ts';
import { ISSUE_ROWS } from './issue-rows.ts';
import { encodeItemText, readItemText } from './item-text.ts';
import { beginsWithItem, encodeItems, ITEM_TYPES, inOrder, readItems, type SmartItem } from './items.ts';
import { type BitmapMessage, type SmartTransportOptions, sizeFindings, smartMessage } from './message.ts';
import { networkCode } from './network-code.ts';
import {
  type DecodedOtaBitmap,
  type DecodeOtaBitmapOptions,
  encodeOtaBitmap,
  isOtaBitmap,
  type OtaBitmapOptions,
  type ReadOtaBitmap,
  readOtaBitmap,
} from './ota-bitmap.ts';
import { checkSmart } from './shapes.ts';
import { VERSION } from './version.ts';

/** What a picture message holds. */
export interface PictureMessage {
  /** Usually 72x28. */
  readonly bitmap: Bitmap;
  /** Phones of the time show 120 characters. */
  readonly text?: string | undefined;
  /** Items of other types, written last. */
  readonly otherItems?: readonly SmartItem[] | undefined;
}

/** The items of a picture message. */
export type PictureItem = 'bitmap' | 'text';

/** How {@link pictureMessage} writes. */
export interface PictureMessageOptions extends OtaBitmapOptions, SmartTransportOptions {
  /** Write the text as UTF-16 though ISO-8859-1 would do. */
  readonly unicode?: boolean | undefined;
  /** Default bitmap, then text. */
  readonly itemOrder?: readonly PictureItem[] | undefined;
}

const DEFAULT_ORDER = ['bitmap', 'text'] as const;
const MAX_TEXT = 120;

/**
 * A picture message, port 5514: a picture and perhaps a text. 72x28 takes three SMS, with room for 121 characters of
 * ISO-8859-1 or 60 others.
 * @throws MmsError `bytes/value-type`, `bitmap/rows`, `bitmap/size`, `smart/item-length`, `text/unencodable`, `sms/too-many-parts`
 * @example pictureMessage({ bitmap, text: 'Hi there' })
 */
export function pictureMessage(content: PictureMessage, options: PictureMessageOptions = {}): BitmapMessage {
  checkSmart(content, options);
  const { bitmap, text = '', otherItems = [] } = content;
  const bareContent = encodeOtaBitmap(bitmap, options);
  const items: Partial<Record<PictureItem, SmartItem>> = {
    bitmap: { type: ITEM_TYPES.bitmap, data: bareContent },
    ...(text === '' ? {} : { text: encodeItemText(text, options.unicode === true) }),
  };
  const payload = encodeItems([...inOrder(items, options.itemOrder ?? DEFAULT_ORDER), ...otherItems]);
  const findings = [...sizeFindings('picture-message', bitmap), ...textFindings(text)];
  return { ...smartMessage('picture-message', payload, options, findings), bareContent };
}

function textFindings(text: string): Issue[] {
  if (text.length <= MAX_TEXT) return [];
  const message = `expected at most ${MAX_TEXT} characters, found ${text.length}`;
  return [issueOf(SMART_ISSUES, 'smart/text-too-long', message, { path: 'text' })];
}

/** A decoded picture message: both {@link PictureMessage} and the options that write it again. */
export interface DecodedPictureMessage
  extends PictureMessage,
    Pick<DecodedOtaBitmap, 'rowPadding' | 'warnings'> {
  readonly unicode: boolean;
  readonly itemOrder: readonly PictureItem[];
}

/**
 * Reads the payload of a picture message, items in any order. Also read, with a warning: a message without version
 * octet; a bare OTA bitmap, as gateways take it; an operator logo in place of the picture.
 * @throws MmsError `smart/version`, `smart/item-length`, `smart/missing-item` without picture, `bytes/truncated`, and
 *   as `decodeOtaBitmap`
 */
export function decodePictureMessage(
  payload: Uint8Array,
  options: DecodeOtaBitmapOptions = {},
): DecodedPictureMessage {
  const reader = new ByteReader(payload, options, ISSUE_ROWS);
  return readBarePicture(reader, options) ?? readPictureItems(reader, options);
}

interface PictureContent extends ReadOtaBitmap {
  readonly text: string;
  readonly unicode: boolean;
}

function readPictureItems(reader: ByteReader, options: DecodeOtaBitmapOptions): DecodedPictureMessage {
  const { content, ...items } = readItems<PictureItem, PictureContent>(reader, [
    { key: 'bitmap', types: [ITEM_TYPES.bitmap], read: () => readOtaBitmap(reader, options) },
    {
      key: 'text',
      types: [ITEM_TYPES.isoText, ITEM_TYPES.unicodeText],
      read: type => ({ text: readItemText(reader, type), unicode: type === ITEM_TYPES.unicodeText }),
    },
  ]);
  const { bitmap, rowPadding = 'none', unicode = false, ...text } = content;
  if (bitmap === undefined) throw reader.error('smart/missing-item', 'a picture message without picture');
  return { bitmap, rowPadding, ...text, unicode, ...items, warnings: reader.warnings };
}

const NETWORK_CODE_LENGTH = 3;

function readBarePicture(
  reader: ByteReader,
  options: DecodeOtaBitmapOptions,
): DecodedPictureMessage | undefined {
  const { bytes } = reader;
  if (bytes[0] === VERSION || beginsWithItem(bytes)) return undefined;
  const hasCode = isOtaBitmap(bytes.subarray(NETWORK_CODE_LENGTH));
  if (!hasCode && !isOtaBitmap(bytes)) return undefined;
  const code = hasCode ? reader.read('networkCode', networkCode) : undefined;
  const { bitmap, rowPadding } = readOtaBitmap(reader, options);
  const picture = `OTA bitmap of ${bitmap.width}x${bitmap.height} pixels`;
  if (code === undefined)
    reader.warn('smart/bare-bitmap', `a bare ${picture}, expected version and items`, 0);
  else {
    const message = `an operator logo, network code ${code.mcc} ${code.mnc} and ${picture}`;
    reader.warn(
      'smart/operator-logo',
      `expected a picture message, usually of 72x28 pixels, found ${message}`,
      0,
    );
  }
  return { bitmap, rowPadding, unicode: false, itemOrder: ['bitmap'], warnings: reader.warnings };
}
