import type { Bitmap } from '../bitmap/index.ts';
import { ByteReader, ByteWriter } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import type { GroupGraphicOptions, SmartForm } from './group-graphic.ts';
import { ISSUE_ROWS } from './issue-rows.ts';
import { type BitmapMessage, sizeFindings, smartMessage } from './message.ts';
import { type NetworkCode, networkCode } from './network-code.ts';
import {
  type DecodedOtaBitmap,
  type DecodeOtaBitmapOptions,
  encodeOtaBitmap,
  readOtaBitmap,
} from './ota-bitmap.ts';
import { checkSmart } from './shapes.ts';
import { skipVersion, VERSION } from './version.ts';

/** Ends the header of a versioned operator logo. */
const LINE_FEED = 0x0a;
const LINE_FEED_LABEL = { name: 'line feed' } as const;

/** What an operator logo shows, and on phones of which network. */
export interface OperatorLogo extends NetworkCode {
  /** Usually 72x14. */
  readonly bitmap: Bitmap;
}

/** How {@link operatorLogo} writes. */
export interface OperatorLogoOptions extends GroupGraphicOptions {
  /**
   * The specification knows networks of two digits only. `encode` (default) writes three as 3GPP TS 24.008 does,
   * `refuse` does not write them; they are never cut.
   */
  readonly threeDigitMnc?: 'encode' | 'refuse' | undefined;
}

/**
 * An operator logo, port 5506: the picture in place of the operator's name. Short, 72x14 fits one SMS; versioned it
 * takes two.
 * @throws MmsError `bytes/value-type`, `smart/network-code`, `bitmap/rows`, `bitmap/size`, `sms/too-many-parts`
 * @example operatorLogo({ bitmap, mcc: '244', mnc: '05' })
 */
export function operatorLogo(content: OperatorLogo, options: OperatorLogoOptions = {}): BitmapMessage {
  checkSmart(content, options);
  const { bitmap } = content;
  const code = encodeNetworkCode(content, options.threeDigitMnc);
  const picture = encodeOtaBitmap(bitmap, options);
  const bareContent = joined(code, picture);
  const payload =
    options.form === 'versioned'
      ? joined(Uint8Array.of(VERSION), code, Uint8Array.of(LINE_FEED), picture)
      : bareContent;
  const findings = sizeFindings('operator-logo', bitmap);
  return { ...smartMessage('operator-logo', payload, options, findings), bareContent };
}

function encodeNetworkCode(
  code: NetworkCode,
  threeDigitMnc: OperatorLogoOptions['threeDigitMnc'],
): Uint8Array {
  const writer = new ByteWriter();
  networkCode.encode(writer, code);
  if (code.mnc.length === 3 && threeDigitMnc === 'refuse') {
    const message = `expected an mnc of two digits, found ${code.mnc}`;
    throw new MmsError('smart/network-code', message, { path: 'mnc' });
  }
  return writer.toBytes();
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const writer = new ByteWriter();
  for (const piece of pieces) writer.octets(piece);
  return writer.toBytes();
}

/** A decoded operator logo: both {@link OperatorLogo} and the options that write it again. */
export interface DecodedOperatorLogo extends OperatorLogo, Pick<DecodedOtaBitmap, 'rowPadding' | 'warnings'> {
  readonly form: SmartForm;
}

/**
 * Reads the payload of an operator logo in either form: 30 cannot begin a short one, as no country code begins with 03.
 * A four-octet network code, which smsj writes for three-digit networks, is read with a warning.
 * @throws MmsError `smart/network-code`, and as `decodeOtaBitmap`
 */
export function decodeOperatorLogo(
  payload: Uint8Array,
  options: DecodeOtaBitmapOptions = {},
): DecodedOperatorLogo {
  const reader = new ByteReader(payload, options, ISSUE_ROWS);
  const form = reader.peek() === VERSION ? 'versioned' : 'short';
  if (form === 'versioned') skipVersion(reader);
  const code = readNetworkCode(reader);
  if (form === 'versioned') skipLineFeed(reader);
  return { form, ...code, ...readOtaBitmap(reader, options), warnings: reader.warnings };
}

function readNetworkCode(reader: ByteReader): NetworkCode {
  reader.enter('networkCode');
  const code = networkCode.decode(reader);
  const digit = reader.peek() - 0xf0;
  const isFourOctets = code.mnc.length === 2 && digit >= 0 && digit <= 9;
  if (isFourOctets) {
    reader.warn('smart/network-code', 'a network code of four octets, expected three');
    reader.skip(1);
  }
  const read = isFourOctets ? { ...code, mnc: `${code.mnc}${digit}` } : code;
  reader.leave(read);
  return read;
}

function skipLineFeed(reader: ByteReader): void {
  if (reader.peek() === LINE_FEED) {
    reader.skip(1);
    reader.piece(LINE_FEED_LABEL, reader.offset - 1);
  } else reader.warn('smart/line-feed', 'no line feed after the network code');
}
