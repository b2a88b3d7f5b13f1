import { requireNumber, requireOctets } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { decodeRingingTone, type ParsedTune } from '../ringtone/index.ts';
import { type DecodedDownloadableProfile, decodeDownloadableProfile } from './downloadable-profile.ts';
import { type DecodedGroupGraphic, decodeGroupGraphic } from './group-graphic.ts';
import { ITEM_TYPES, itemTypes } from './items.ts';
import { SMART_KINDS, type SmartContentKind, type SmartKind } from './kinds.ts';
import { type DecodedOperatorLogo, decodeOperatorLogo } from './operator-logo.ts';
import type { DecodeOtaBitmapOptions } from './ota-bitmap.ts';
import { type DecodedPictureMessage, decodePictureMessage } from './picture-message.ts';

/** What each kind of Smart Message decodes to. */
export interface DecodedSmartKinds {
  readonly 'ringing-tone': ParsedTune;
  readonly 'operator-logo': DecodedOperatorLogo;
  readonly 'group-graphic': DecodedGroupGraphic;
  readonly 'picture-message': DecodedPictureMessage;
  readonly 'downloadable-profile': DecodedDownloadableProfile;
}

/** A decoded Smart Message of any kind. */
export type DecodedSmartMessage = {
  readonly [Kind in SmartKind]: { readonly kind: Kind } & DecodedSmartKinds[Kind];
}[SmartKind];

/**
 * Reads the payload that came to a port of Smart Messaging, the parts of a long message joined.
 * @throws MmsError `smart/unknown-port` (cards are read by `parseVCard` and `parseVCalendar`), and as the decoder of
 *   the kind
 */
export function decodeSmartMessage(
  port: number,
  payload: Uint8Array,
  options: DecodeOtaBitmapOptions = {},
): DecodedSmartMessage {
  requireNumber(port, 'a port', 'port');
  requireOctets(payload, 'payload');
  const kind = smartKindOf(port, payload);
  switch (kind) {
    case 'ringing-tone':
      return { kind, ...decodeRingingTone(payload, { strict: options.strict, trace: options.trace }) };
    case 'operator-logo':
      return { kind, ...decodeOperatorLogo(payload, options) };
    case 'group-graphic':
      return { kind, ...decodeGroupGraphic(payload, options) };
    case 'picture-message':
      return { kind, ...decodePictureMessage(payload, options) };
    case 'downloadable-profile':
      return { kind, ...decodeDownloadableProfile(payload, options) };
    default:
      throw new MmsError('smart/unknown-port', `expected a port of Smart Messaging, found ${port}`);
  }
}

const PROFILE_TYPES: readonly number[] = [
  ITEM_TYPES.ringingTone,
  ITEM_TYPES.profileName,
  ITEM_TYPES.screenSaver,
];

/** The kind of Smart Message that came to a port; `undefined` for another port. */
export function smartKindOf(port: number, payload: Uint8Array): SmartContentKind | undefined {
  const kinds = SMART_KINDS.filter(row => row.port === port).map(row => row.kind);
  const isMultipart = kinds.length > 1;
  if (!isMultipart) return kinds[0];
  return itemTypes(payload).some(type => PROFILE_TYPES.includes(type))
    ? 'downloadable-profile'
    : 'picture-message';
}
