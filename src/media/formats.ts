import { isWbmp } from '../bitmap/index.ts';
import { octetAt, requireText } from '../bytes/index.ts';
import { TUNE_TYPES, type TuneType } from '../ringtone/index.ts';
import { type IsoMedia, readIsoMedia } from './iso-media.ts';
import { readMidi } from './midi.ts';
import { isAdts, isMp3 } from './mpeg-audio.ts';
import { hasAscii } from './octets.ts';
import { beginsWithLine, cardVersion, isDrmContent, isPlainText, xmlRoot } from './probes.ts';

/** What a medium is for a presentation. */
export type MediaKind = 'image' | 'video' | 'audio' | 'text' | 'card' | 'smil' | 'drm' | 'application';

/** The SMIL element that shows a medium. */
export type SmilMediaElement = 'img' | 'video' | 'audio' | 'text';

/** One media format; a row of {@link MEDIA_FORMATS}. */
export interface MediaFormat {
  /** Content-Type to write. */
  readonly contentType: string;
  readonly kind: MediaKind;
  /** File name extensions, lower case, the usual one first. Several formats may share one. */
  readonly extensions: readonly string[];
  /**
   * Other names of the same type in lower case, the usual one first: those that user agent profiles list, or what file-type
   * calls it.
   */
  readonly aliases?: readonly string[];
  /** Names of other rows that receivers mean as well: who lists one takes the other. */
  readonly takenAs?: readonly string[];
  /** Formats of one family hold the same kind of octets, so naming one and holding another is no contradiction. */
  readonly family?: string;
  /** Recognises the octets. Rows are asked in order; those without are left to file-type, or have no mark at all. */
  readonly probe?: (data: Uint8Array) => boolean;
  /** Its octets are compressed already: deflating them gains nothing. */
  readonly isCompressed?: true;
  /** True when file-type recognises it (and `probe`, if there is one, does not). */
  readonly byFileType?: true;
}

/** The row of a tune format, or of several that go by the type of the first. */
function tune(...rows: readonly TuneType[]): MediaFormat {
  const [contentType = '', ...aliases] = rows.flatMap(row => row.mediaTypes);
  return { contentType, kind: 'audio', extensions: rows.flatMap(row => row.extensions), aliases };
}

const magic =
  (text: string, at = 0) =>
  (data: Uint8Array): boolean =>
    hasAscii(data, text, at);

const iso =
  (matches: (media: IsoMedia) => boolean) =>
  (data: Uint8Array): boolean => {
    const media = readIsoMedia(data);
    return media !== undefined && matches(media);
  };

const hasBrand =
  (...starts: string[]) =>
  (media: IsoMedia): boolean =>
    starts.some(start => media.brands[0]?.startsWith(start));

const is3gp = hasBrand('3gp', '3gr', '3gs', '3ge', '3gg', '3gt');
const is3g2 = hasBrand('3g2');
const isMp4 = hasBrand(
  'isom',
  'iso2',
  'iso4',
  'iso5',
  'iso6',
  'mp41',
  'mp42',
  'avc1',
  'M4V',
  'mmp4',
  'MSNV',
  'dash',
);
const isSoundOnly = (media: IsoMedia): boolean => media.hasAudio && !media.hasVideo;

/** The first page of an Ogg file names what is in it behind its header of 28 octets (RFC 3533 6). */
function isOggSound(data: Uint8Array): boolean {
  const codecs = ['OpusHead', '\x01vorbis', 'Speex   ', '\x7fFLAC'];
  return hasAscii(data, 'OggS') && codecs.some(codec => hasAscii(data, codec, 28));
}

const card = (line: string, matches: (version: string | undefined) => boolean) => (data: Uint8Array) =>
  beginsWithLine(data, line) && matches(cardVersion(data));

/** The formats with what is known of each; those of tunes stand in a table of their own. */
const LISTED: readonly MediaFormat[] = [
  // pictures
  {
    contentType: 'image/jpeg',
    kind: 'image',
    extensions: ['jpg', 'jpeg', 'jpe', 'jfif'],
    isCompressed: true,
    aliases: ['image/jpg', 'image/pjpeg', 'image/jfif'],
    probe: magic('\xff\xd8\xff'),
  },
  {
    contentType: 'image/gif',
    kind: 'image',
    extensions: ['gif'],
    isCompressed: true,
    aliases: ['image/x-gif', 'image/agif'],
    probe: magic('GIF8'),
  },
  {
    contentType: 'image/png',
    kind: 'image',
    extensions: ['png'],
    isCompressed: true,
    aliases: ['image/x-png', 'application/x-png', 'image/apng'],
    probe: magic('\x89PNG\r\n\x1a\n'),
  },
  {
    contentType: 'image/vnd.wap.wbmp',
    kind: 'image',
    extensions: ['wbmp', 'wbm'],
    aliases: ['image/wbmp', 'image/vnd.nokia.wbmp', 'image/wbm', 'image/x-wap.wbmp'],
    probe: isWbmp,
  },
  {
    contentType: 'image/bmp',
    kind: 'image',
    extensions: ['bmp', 'dib'],
    aliases: [
      'image/x-bmp',
      'image/x-ms-bmp',
      'image/ms-bmp',
      'image/x-win-bitmap',
      'image/x-windows-bmp',
      'image/x-bitmap',
      'application/bmp',
      'application/x-bmp',
      'application/x-win-bitmap',
      'image/bitmap',
    ],
    byFileType: true,
  },
  { contentType: 'image/webp', kind: 'image', extensions: ['webp'], byFileType: true, isCompressed: true },
  { contentType: 'image/avif', kind: 'image', extensions: ['avif'], byFileType: true, isCompressed: true },
  {
    contentType: 'image/heic',
    kind: 'image',
    extensions: ['heic', 'heif'],
    isCompressed: true,
    aliases: ['image/heif', 'image/heic-sequence', 'image/heif-sequence'],
    byFileType: true,
  },
  {
    contentType: 'image/tiff',
    kind: 'image',
    extensions: ['tif', 'tiff'],
    aliases: ['image/tif'],
    byFileType: true,
  },
  {
    contentType: 'image/svg+xml',
    kind: 'image',
    extensions: ['svg'],
    aliases: ['image/svg', 'image/svg-xml'],
    probe: data => xmlRoot(data) === 'svg',
  },
  // sounds
  {
    contentType: 'audio/amr-wb',
    kind: 'audio',
    extensions: ['awb'],
    isCompressed: true,
    aliases: ['audio/awb', 'audio/amrwb', 'application/awb', 'audio/x-amr-wb', 'audio/amr_wb'],
    probe: magic('#!AMR-WB'),
  },
  {
    contentType: 'audio/amr',
    kind: 'audio',
    extensions: ['amr'],
    isCompressed: true,
    aliases: ['audio/x-amr', 'audio/amr-nb', 'audio/amr_nb', 'audio/3gpp-amr'],
    probe: magic('#!AMR'),
  },
  {
    ...tune(TUNE_TYPES.midi),
    family: 'midi',
    probe: data => readMidi(data)?.scalable === false,
  },
  {
    contentType: 'audio/sp-midi',
    kind: 'audio',
    extensions: ['mid', 'midi'],
    aliases: ['audio/sp-mid', 'audio/spmidi'],
    family: 'midi',
    probe: data => readMidi(data)?.scalable === true,
  },
  {
    ...tune(TUNE_TYPES.wav),
    byFileType: true,
  },
  {
    contentType: 'audio/aac',
    kind: 'audio',
    extensions: ['aac'],
    isCompressed: true,
    aliases: ['audio/x-aac', 'audio/aac-adts', 'audio/aacp'],
    probe: isAdts,
  },
  {
    contentType: 'audio/mpeg',
    kind: 'audio',
    extensions: ['mp3'],
    isCompressed: true,
    aliases: [
      'audio/mp3',
      'audio/mpeg3',
      'audio/x-mp3',
      'audio/mpg',
      'audio/x-mpeg3',
      'audio/x-mpeg',
      'audio/x-mpg',
      'audio/mpg3',
      'audio/x-mpegaudio',
      'audio/xmpeg3',
    ],
    probe: isMp3,
  },
  {
    ...tune(TUNE_TYPES.imelody),
    probe: data => beginsWithLine(data, 'BEGIN:IMELODY'),
  },
  {
    contentType: 'application/vnd.smaf',
    kind: 'audio',
    extensions: ['mmf'],
    aliases: [
      'application/x-smaf',
      'audio/mmf',
      'audio/smaf',
      'audio/x-smaf',
      'audio/x-mmf',
      'application/vnd.x-smaf',
    ],
    probe: magic('MMMD'),
  },
  {
    contentType: 'audio/ogg',
    kind: 'audio',
    extensions: ['ogg', 'oga', 'opus', 'spx'],
    isCompressed: true,
    aliases: ['application/ogg', 'audio/vorbis', 'audio/x-ogg', 'audio/opus', 'audio/speex'],
    family: 'ogg',
    probe: isOggSound,
  },
  {
    contentType: 'audio/vnd.qcelp',
    kind: 'audio',
    extensions: ['qcp'],
    isCompressed: true,
    aliases: ['audio/qcelp', 'audio/qcp', 'audio/vnd.qcp', 'audio/x-qcp'],
    byFileType: true,
  },
  tune(TUNE_TYPES.rtttl, TUNE_TYPES.rtx),
  // films, and the sounds in the same containers
  {
    contentType: 'video/3gpp',
    kind: 'video',
    extensions: ['3gp', '3gpp'],
    isCompressed: true,
    aliases: ['video/3gp'],
    family: 'iso-media',
    probe: iso(media => is3gp(media) && !isSoundOnly(media)),
  },
  {
    contentType: 'audio/3gpp',
    kind: 'audio',
    extensions: ['3ga', '3gp', '3gpp'],
    isCompressed: true,
    aliases: ['audio/3gp', 'audio/3ga'],
    family: 'iso-media',
    probe: iso(media => is3gp(media) && isSoundOnly(media)),
  },
  {
    contentType: 'video/3gpp2',
    kind: 'video',
    extensions: ['3g2', '3gp2'],
    isCompressed: true,
    aliases: ['video/3g2'],
    family: 'iso-media',
    probe: iso(media => is3g2(media) && !isSoundOnly(media)),
  },
  {
    contentType: 'audio/3gpp2',
    kind: 'audio',
    extensions: ['3g2', '3gp2'],
    isCompressed: true,
    family: 'iso-media',
    probe: iso(media => is3g2(media) && isSoundOnly(media)),
  },
  {
    contentType: 'video/mp4',
    kind: 'video',
    extensions: ['mp4', 'm4v'],
    isCompressed: true,
    aliases: [
      'video/mpeg4',
      'video/mp4v-es',
      'video/x-mpeg4',
      'video/x-mp4',
      'video/x-pv-mp4',
      'video/mpeg-4',
      'video/mpg4',
      'application/mpeg4',
      'video/x-m4v',
      'application/mp4',
    ],
    family: 'iso-media',
    probe: iso(media => isMp4(media) && !isSoundOnly(media)),
  },
  {
    contentType: 'audio/mp4',
    kind: 'audio',
    extensions: ['m4a', 'mp4'],
    isCompressed: true,
    aliases: ['audio/m4a', 'audio/mp4a-latm', 'audio/x-m4a', 'audio/mpeg4', 'audio/aac_mp4', 'audio/mp4a'],
    family: 'iso-media',
    probe: iso(media => hasBrand('M4A', 'M4B')(media) || (isMp4(media) && isSoundOnly(media))),
  },
  {
    contentType: 'video/ogg',
    kind: 'video',
    extensions: ['ogv'],
    isCompressed: true,
    family: 'ogg',
    byFileType: true,
  },
  {
    contentType: 'video/quicktime',
    kind: 'video',
    extensions: ['mov', 'qt'],
    isCompressed: true,
    family: 'iso-media',
    byFileType: true,
  },
  // protected content
  { contentType: 'application/vnd.oma.drm.message', kind: 'drm', extensions: ['dm'] },
  {
    contentType: 'application/vnd.oma.drm.content',
    kind: 'drm',
    extensions: ['dcf'],
    probe: isDrmContent,
  },
  {
    contentType: 'application/vnd.oma.drm.dcf',
    kind: 'drm',
    extensions: ['dcf', 'odf'],
    isCompressed: true,
    probe: iso(hasBrand('odcf')),
  },
  {
    contentType: 'application/vnd.oma.drm.rights+xml',
    kind: 'drm',
    extensions: ['dr'],
    probe: data => xmlRoot(data) === 'rights',
  },
  { contentType: 'application/vnd.oma.drm.rights+wbxml', kind: 'drm', extensions: ['drc'] },
  // cards
  {
    contentType: 'text/x-vCard',
    kind: 'card',
    extensions: ['vcf'],
    aliases: ['text/v-card'],
    family: 'vcard',
    takenAs: ['text/vcard'],
    probe: card('BEGIN:VCARD', version => version === undefined || version === '2.1'),
  },
  {
    contentType: 'text/vcard',
    kind: 'card',
    extensions: ['vcf'],
    family: 'vcard',
    takenAs: ['text/x-vcard', 'text/v-card'],
    probe: card('BEGIN:VCARD', () => true),
  },
  {
    contentType: 'text/x-vCalendar',
    kind: 'card',
    extensions: ['vcs'],
    aliases: ['text/x-vcalender', 'text/x-vcal'],
    family: 'vcalendar',
    probe: card('BEGIN:VCALENDAR', version => version === '1.0'),
  },
  {
    contentType: 'text/calendar',
    kind: 'card',
    extensions: ['ics', 'ifb'],
    family: 'vcalendar',
    probe: card('BEGIN:VCALENDAR', () => true),
  },
  // presentation and text
  {
    contentType: 'application/smil',
    kind: 'smil',
    extensions: ['smil', 'smi'],
    aliases: ['application/smil+xml'],
    probe: data => xmlRoot(data) === 'smil',
  },
  {
    contentType: 'application/vnd.wap.xhtml+xml',
    kind: 'text',
    extensions: ['xhtml'],
    aliases: ['application/xhtml+xml', 'text/xhtml'],
    family: 'html',
  },
  {
    contentType: 'text/html',
    kind: 'text',
    extensions: ['html', 'htm'],
    family: 'html',
    probe: data => xmlRoot(data) === 'html',
  },
  {
    contentType: 'text/vnd.sun.j2me.app-descriptor',
    kind: 'application',
    extensions: ['jad'],
  },
  // documents: known so that they are not taken for plain text
  { contentType: 'application/pdf', kind: 'application', extensions: ['pdf'], probe: magic('%PDF') },
  {
    contentType: 'application/rtf',
    kind: 'application',
    extensions: ['rtf'],
    aliases: ['text/rtf'],
    probe: magic('{\\rtf'),
  },
  {
    contentType: 'application/xml',
    kind: 'application',
    extensions: ['xml'],
    aliases: ['text/xml'],
    probe: data => beginsWithLine(data, '<?XML'),
  },
  { contentType: 'text/plain', kind: 'text', extensions: ['txt', 'text', 'asc'], probe: isPlainText },
  // what is carried, and what is only read
  {
    contentType: 'application/java-archive',
    kind: 'application',
    extensions: ['jar'],
    isCompressed: true,
    aliases: ['application/x-java-archive', 'application/vnd.x-java-archive'],
    byFileType: true,
  },
  tune(TUNE_TYPES['ringing-tone']),
  {
    contentType: 'application/zip',
    kind: 'application',
    extensions: ['zip'],
    byFileType: true,
    isCompressed: true,
  },
  {
    contentType: 'application/vnd.wap.mms-message',
    kind: 'application',
    extensions: ['mms'],
    probe: data => data[0] === 0x8c && (octetAt(data, 1) & 0xe0) === 0x80,
  },
];

const LISTED_TYPES: ReadonlySet<string> = new Set(
  LISTED.flatMap(row => [row.contentType, ...(row.aliases ?? [])]),
);

/**
 * The media formats that are known (WAP and 3GPP media, and what composers are given), with what makes them out. Of
 * several rows with one extension the first holds, unless the octets are those of a later one.
 */
export const MEDIA_FORMATS: readonly MediaFormat[] = [
  ...LISTED,
  ...Object.values<TuneType>(TUNE_TYPES)
    .filter(({ mediaTypes: [type] }) => type !== undefined && !LISTED_TYPES.has(type))
    .map(type => tune(type)),
];

const BY_TYPE: ReadonlyMap<string, MediaFormat> = new Map(
  MEDIA_FORMATS.flatMap(row =>
    [row.contentType, ...(row.aliases ?? [])].map(type => [type.toLowerCase(), row]),
  ),
);

/** The format of a media type in any case, parameters ignored, also by one of its other names. */
export function formatOfType(contentType: string): MediaFormat | undefined {
  requireText(contentType, 'a media type', 'contentType');
  return BY_TYPE.get(contentType) ?? BY_TYPE.get(plainType(contentType));
}

/** In lower case and without parameters. */
function plainType(contentType: string): string {
  return contentType.split(';', 1).join('').trim().toLowerCase();
}

/** All names of a media type in lower case, its own first: one type, many names. Parameters are ignored. */
export function namesOfType(contentType: string): readonly string[] {
  requireText(contentType, 'a media type', 'contentType');
  const given = plainType(contentType);
  const row = formatOfType(given);
  if (row === undefined) return [given];
  const names = [given, row.contentType.toLowerCase(), ...(row.aliases ?? []), ...(row.takenAs ?? [])];
  return [...new Set(names)];
}

/** The formats that a file name's extension may stand for, the usual one first. */
export function formatsOfName(name: string): readonly MediaFormat[] {
  const extension = extensionOf(name);
  return MEDIA_FORMATS.filter(row => row.extensions.includes(extension));
}

/** What stands behind the last dot, in lower case; empty when nothing does. */
export function extensionOf(name: string): string {
  requireText(name, 'a file name', 'name');
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** The kind of a media type; a type outside the table is judged by its first half. */
export function mediaKind(contentType: string): MediaKind {
  requireText(contentType, 'a media type', 'contentType');
  const known = formatOfType(contentType)?.kind;
  if (known !== undefined) return known;
  const half = contentType.split('/', 1)[0]?.trim().toLowerCase();
  return half === 'image' || half === 'audio' || half === 'video' || half === 'text' ? half : 'application';
}

/** True for a media type whose octets are compressed already. */
export function isCompressedType(contentType: string): boolean {
  return formatOfType(contentType)?.isCompressed === true;
}

const ELEMENTS: Partial<Record<MediaKind, SmilMediaElement>> = {
  image: 'img',
  video: 'video',
  audio: 'audio',
  text: 'text',
};

/** The SMIL element that shows a kind of media; `undefined` for what no slide can show, such as a vCard. */
export function smilElement(kind: MediaKind): SmilMediaElement | undefined {
  requireText(kind, 'a kind of media', 'kind');
  return ELEMENTS[kind];
}
