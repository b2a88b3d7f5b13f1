import type { Bitmap } from '../bitmap/index.ts';
import { ByteReader, ByteWriter } from '../bytes/index.ts';
import { ISSUE_ROWS } from './issue-rows.ts';
import { type BitmapMessage, type SmartTransportOptions, sizeFindings, smartMessage } from './message.ts';
import {
  type DecodedOtaBitmap,
  type DecodeOtaBitmapOptions,
  encodeOtaBitmap,
  type OtaBitmapOptions,
  readOtaBitmap,
} from './ota-bitmap.ts';
import { checkSmart } from './shapes.ts';
import { skipVersion, VERSION } from './version.ts';

/**
 * `short`: as gammu, gnokii and the phones do, without version octet, so that 72x14 fits one SMS; `versioned`: as the
 * specification says.
 */
export type SmartForm = 'short' | 'versioned';

/** What a group graphic shows. */
export interface GroupGraphic {
  /** Usually 72x14. */
  readonly bitmap: Bitmap;
}

/** How {@link groupGraphic} writes. */
export interface GroupGraphicOptions extends OtaBitmapOptions, SmartTransportOptions {
  /** Default `short`. */
  readonly form?: SmartForm | undefined;
}

/**
 * A group graphic (CLI icon), port 5507: the picture that a phone shows for callers of a group.
 * @throws MmsError `bytes/value-type`, `bitmap/rows`, `bitmap/size`, `sms/too-many-parts`
 * @example groupGraphic({ bitmap }).parts // one SMS for 72x14
 */
export function groupGraphic(content: GroupGraphic, options: GroupGraphicOptions = {}): BitmapMessage {
  checkSmart(content, options);
  const bareContent = encodeOtaBitmap(content.bitmap, options);
  const writer = new ByteWriter();
  if (options.form === 'versioned') writer.octet(VERSION);
  writer.octets(bareContent);
  const findings = sizeFindings('group-graphic', content.bitmap);
  return { ...smartMessage('group-graphic', writer.toBytes(), options, findings), bareContent };
}

/** A decoded group graphic: both {@link GroupGraphic} and the options that write it again. */
export interface DecodedGroupGraphic extends GroupGraphic, Pick<DecodedOtaBitmap, 'rowPadding' | 'warnings'> {
  readonly form: SmartForm;
}

/**
 * Reads the payload of a group graphic in either form. 30 cannot begin a short one, whose info field is 00 or 10.
 * @throws MmsError as `decodeOtaBitmap`
 */
export function decodeGroupGraphic(
  payload: Uint8Array,
  options: DecodeOtaBitmapOptions = {},
): DecodedGroupGraphic {
  const reader = new ByteReader(payload, options, ISSUE_ROWS);
  const form = reader.peek() === VERSION ? 'versioned' : 'short';
  if (form === 'versioned') skipVersion(reader);
  return { form, ...readOtaBitmap(reader, options), warnings: reader.warnings };
}
