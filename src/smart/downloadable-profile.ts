import type { Bitmap, RowPadding } from '../bitmap/index.ts';
import { ByteReader } from '../bytes/index.ts';
import { isMmsError, MmsError } from '../errors.ts';
import { type Issue, issueOf, SMART_ISSUES } from '../issues/index.ts';
import {
  decodeRingingTone,
  encodeRingingTone,
  type RingingToneOptions,
  type Tune,
} from '../ringtone/index.ts';
import { ISSUE_ROWS } from './issue-rows.ts';
import { encodeUnicode, readUnicode } from './item-text.ts';
import { encodeItems, ITEM_TYPES, inOrder, readItems, type SmartItem } from './items.ts';
import { type SmartMessage, type SmartTransportOptions, sizeFindings, smartMessage } from './message.ts';
import {
  type DecodedOtaBitmap,
  type DecodeOtaBitmapOptions,
  encodeOtaBitmap,
  type OtaBitmapOptions,
  readOtaBitmap,
} from './ota-bitmap.ts';
import { checkSmart } from './shapes.ts';

/** What a downloadable profile sets: any of the three. */
export interface DownloadableProfile {
  readonly profileName?: string | undefined;
  readonly tune?: Tune | undefined;
  /** Usually 72x28. */
  readonly screenSaver?: Bitmap | undefined;
  /** Items of other types, written last. */
  readonly otherItems?: readonly SmartItem[] | undefined;
}

/** The items of a downloadable profile. */
export type ProfileItem = 'profile-name' | 'ringing-tone' | 'screen-saver';

/** How {@link downloadableProfile} writes. */
export interface DownloadableProfileOptions
  extends OtaBitmapOptions,
    SmartTransportOptions,
    Omit<RingingToneOptions, 'warnings'> {
  /** Default name, tone, screen saver. */
  readonly itemOrder?: readonly ProfileItem[] | undefined;
}

const DEFAULT_ORDER = ['profile-name', 'ringing-tone', 'screen-saver'] as const;

/** Octets of a tone in a profile by the specification. */
const MAX_TONE_LENGTH = 144;

/**
 * A downloadable profile, port 5514: a name, a ringing tone, a screen saver, or some of them. Few phones take it.
 * @throws MmsError `smart/missing-item` for none of them, `smart/item-length`, `text/unencodable`, and as
 *   `encodeOtaBitmap` and `encodeRingingTone`
 * @example downloadableProfile({ profileName: 'Work', screenSaver: bitmap })
 */
export function downloadableProfile(
  content: DownloadableProfile,
  options: DownloadableProfileOptions = {},
): SmartMessage {
  checkSmart(content, options);
  const { otherItems = [], screenSaver } = content;
  const findings: Issue[] = screenSaver === undefined ? [] : screenSaverFindings(screenSaver);
  const items = itemsOf(content, options, findings);
  if (Object.keys(items).length + otherItems.length === 0) {
    throw new MmsError('smart/missing-item', 'expected a profile name, a tune or a screen saver, found none');
  }
  const payload = encodeItems([...inOrder(items, options.itemOrder ?? DEFAULT_ORDER), ...otherItems]);
  return smartMessage('downloadable-profile', payload, options, findings);
}

function screenSaverFindings(screenSaver: Bitmap): Issue[] {
  return sizeFindings('downloadable-profile', screenSaver, { path: 'screenSaver' });
}

function itemsOf(
  { profileName, tune, screenSaver }: DownloadableProfile,
  options: DownloadableProfileOptions,
  warnings: Issue[],
): Partial<Record<ProfileItem, SmartItem>> {
  const items: Partial<Record<ProfileItem, SmartItem>> = {};
  if (profileName !== undefined) {
    items['profile-name'] = { type: ITEM_TYPES.profileName, data: encodeUnicode(profileName) };
  }
  if (tune !== undefined) {
    const data = encodeRingingTone(tune, { ...options, warnings });
    items['ringing-tone'] = { type: ITEM_TYPES.ringingTone, data };
    if (data.length > MAX_TONE_LENGTH) warnings.push(toneTooLong(data.length));
  }
  if (screenSaver !== undefined) {
    items['screen-saver'] = { type: ITEM_TYPES.screenSaver, data: encodeOtaBitmap(screenSaver, options) };
  }
  return items;
}

function toneTooLong(length: number): Issue {
  const message = `expected a tone of at most ${MAX_TONE_LENGTH} octets in a profile, found ${length}`;
  return issueOf(SMART_ISSUES, 'smart/tone-too-long', message, { path: 'tune' });
}

/** A decoded profile: both {@link DownloadableProfile} and the options that write it again. */
export interface DecodedDownloadableProfile
  extends DownloadableProfile,
    Partial<Pick<DecodedOtaBitmap, 'rowPadding'>> {
  readonly itemOrder: readonly ProfileItem[];
  readonly warnings: readonly Issue[];
}

/**
 * Reads the payload of a downloadable profile, items in any order.
 * @throws MmsError `smart/version`, `smart/item-length`, `bytes/truncated`, and as `decodeOtaBitmap` and
 *   `decodeRingingTone`
 */
export function decodeDownloadableProfile(
  payload: Uint8Array,
  options: DecodeOtaBitmapOptions = {},
): DecodedDownloadableProfile {
  const reader = new ByteReader(payload, options, ISSUE_ROWS);
  const { content, ...items } = readItems<ProfileItem, ProfileContent>(reader, [
    {
      key: 'profile-name',
      types: [ITEM_TYPES.profileName],
      read: () => ({ profileName: readUnicode(reader) }),
    },
    { key: 'ringing-tone', types: [ITEM_TYPES.ringingTone], read: () => ({ tune: readTune(reader) }) },
    { key: 'screen-saver', types: [ITEM_TYPES.screenSaver], read: () => readScreenSaver(reader, options) },
  ]);
  return { ...content, ...items, warnings: reader.warnings };
}

interface ProfileContent {
  readonly profileName: string;
  readonly tune: Tune;
  readonly screenSaver: Bitmap;
  readonly rowPadding: RowPadding;
}

function readScreenSaver(
  reader: ByteReader,
  options: DecodeOtaBitmapOptions,
): Pick<ProfileContent, 'screenSaver' | 'rowPadding'> {
  const { bitmap, rowPadding } = readOtaBitmap(reader, options);
  return { screenSaver: bitmap, rowPadding };
}

function readTune(reader: ByteReader): Tune {
  const start = reader.offset;
  const octets = reader.view(reader.left);
  try {
    const { warnings, ...tune } = decodeRingingTone(octets, {
      strict: reader.strict,
      trace: reader.traceFrom(start),
    });
    for (const { code, message, offset = 0 } of warnings) reader.warn(code, message, start + offset);
    return tune;
  } catch (error) {
    if (!isMmsError(error)) throw error;
    throw reader.error(error.code, error.message, start + (error.offset ?? 0), error);
  }
}
