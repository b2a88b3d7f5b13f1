import { decodeWbmp } from '../bitmap/index.ts';
import type { ReaderOptions } from '../bytes/index.ts';
import { decodeRingingTone } from '../ringtone/index.ts';
import {
  decodeDownloadableProfile,
  decodeGroupGraphic,
  decodeOperatorLogo,
  decodeOtaBitmap,
  decodePictureMessage,
  isOtaBitmap,
  smartKind,
  smartKindOf,
} from '../smart/index.ts';
import type { Form, InspectAs } from './form.ts';

const CLAUSE = 'SM3';
const VERSION = 0x30;
const PICTURE_PORT = smartKind('picture-message').port;
const NETWORK_CODE_LENGTH = 3;

function form(
  row: Pick<Form, 'name' | 'clause' | 'looksLike'> & {
    readonly as: InspectAs;
    decode(bytes: Uint8Array, options: ReaderOptions): unknown;
  },
): Form {
  const { decode, ...rest } = row;
  return {
    ...rest,
    read(bytes, options) {
      decode(bytes, options);
      return {};
    },
  };
}

export const otaBitmapForm = form({
  as: 'ota-bitmap',
  name: 'OTA bitmap',
  clause: CLAUSE,
  looksLike: bytes => isOtaBitmap(bytes) || beginsAsOtaBitmap(bytes),
  decode: decodeOtaBitmap,
});

export const wbmpForm = form({
  as: 'wbmp',
  name: 'WBMP',
  clause: 'WAP-237 4.4',
  looksLike: ([type, fixHeader]) => type === 0x00 && fixHeader === 0x00,
  decode: decodeWbmp,
});

/** The forms of Smart Messages, each under the name of its kind. */
export const SMART_FORMS = {
  'picture-message': form({
    as: 'picture-message',
    name: smartKind('picture-message').name,
    clause: CLAUSE,
    looksLike: bytes => isMultipart(bytes) && smartKindOf(PICTURE_PORT, bytes) === 'picture-message',
    decode: decodePictureMessage,
  }),
  'downloadable-profile': form({
    as: 'downloadable-profile',
    name: smartKind('downloadable-profile').name,
    clause: CLAUSE,
    looksLike: bytes => isMultipart(bytes) && smartKindOf(PICTURE_PORT, bytes) === 'downloadable-profile',
    decode: decodeDownloadableProfile,
  }),
  'ringing-tone': form({
    as: 'ringing-tone',
    name: smartKind('ringing-tone').name,
    clause: CLAUSE,
    looksLike: ([commands, command]) => (commands === 2 || commands === 3) && command === 0x4a,
    decode: (bytes, { strict, trace }) => decodeRingingTone(bytes, { strict, trace }),
  }),
  'operator-logo': form({
    as: 'operator-logo',
    name: smartKind('operator-logo').name,
    clause: CLAUSE,
    looksLike: bytes => bytes[0] === VERSION || isOtaBitmap(bytes.subarray(NETWORK_CODE_LENGTH)),
    decode: decodeOperatorLogo,
  }),
  'group-graphic': form({
    as: 'group-graphic',
    name: smartKind('group-graphic').name,
    clause: CLAUSE,
    looksLike: bytes => bytes[0] === VERSION && isOtaBitmap(bytes.subarray(1)),
    decode: decodeGroupGraphic,
  }),
} as const;

/** Info field 00 or 10, sizes that are not 0, depth 1. */
function beginsAsOtaBitmap([info, ...rest]: Uint8Array): boolean {
  const [width = 0, height = 0, depth] = rest;
  return info === 0x00 && width > 0 && height > 0 && depth === 0x01;
}

/** Version and the type of an item, the high octet of whose length is small. */
function isMultipart([version, type = 0xff, high = 0xff]: Uint8Array): boolean {
  return version === VERSION && type <= 0x06 && high < 0x10;
}
