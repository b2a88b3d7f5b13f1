import { requireText } from '../../bytes/index.ts';
import { MmsError } from '../../errors.ts';
import { didYouMean } from '../../schema/index.ts';
import { printable } from '../../text/index.ts';
import { type ContentClass, contentClasses } from './content-classes.ts';
import type { Profile } from './profile.ts';

const JPEG = 'image/jpeg';
const GIF = 'image/gif';
const PNG = 'image/png';
const WBMP = 'image/vnd.wap.wbmp';
const BMP = 'image/bmp';
const AMR = 'audio/amr';
const MIDI = 'audio/midi';
const SP_MIDI = 'audio/sp-midi';
const MP3 = 'audio/mpeg';
const VCARD = 'text/x-vcard';
const VCALENDAR = 'text/x-vcalendar';
const FILM_3GPP = ['video/3gpp', 'audio/3gpp'] as const;
const FILM_MP4 = ['video/mp4', 'audio/mp4'] as const;

/** What the classes allow in networks of 3GPP2 only. */
const ONLY_3GPP2: ReadonlySet<string> = new Set(['audio/vnd.qcelp', 'video/3gpp2']);

/** A phone that takes just what a content class has. */
function classProfile({ name, maxBytes, maxImage, accept }: ContentClass): Profile {
  return {
    id: `oma-${name}`,
    maxBytes,
    ...(maxImage === undefined ? {} : { maxImage }),
    accept: accept.filter(type => !ONLY_3GPP2.has(type)),
    source: 'OMA MMS Conformance 1.2 and 1.3, as in Symbian MmsConformance and in KaiOS',
  };
}

/** Published figures of handsets. Where makers and databases disagree, the smaller one is taken. */
const HANDSETS: readonly Profile[] = [
  {
    id: 'nokia-3510i',
    maxBytes: 46_080,
    maxImage: { width: 352, height: 288 },
    screen: { width: 96, height: 65 },
    accept: [JPEG, GIF, PNG, WBMP, BMP, SP_MIDI, 'application/vnd.nokia.ringing-tone'],
    animation: true,
    source: 'WURFL; the user guide of the 3510 without i says 30 kB and MIDI',
  },
  {
    id: 'nokia-7650',
    maxBytes: 102_400,
    maxImage: { width: 640, height: 480 },
    screen: { width: 176, height: 208 },
    accept: [JPEG, GIF, PNG, WBMP, BMP, AMR, 'audio/wav', MIDI, VCARD],
    animation: true,
    source: 'WURFL, inherited from the generic Series 60: unverified for the 7650 itself',
  },
  {
    id: 'nokia-6610',
    maxBytes: 30_720,
    maxImage: { width: 352, height: 288 },
    screen: { width: 128, height: 128 },
    accept: [JPEG, GIF, PNG, WBMP, BMP, SP_MIDI],
    animation: true,
    source: 'Nokia FAQ: 30 kB; WURFL says 32768',
  },
  {
    id: 'sonyericsson-t68i',
    maxBytes: 51_200,
    maxImage: { width: 160, height: 120 },
    screen: { width: 101, height: 80 },
    accept: [JPEG, GIF, WBMP, AMR, VCARD],
    animation: true,
    source: 'WURFL',
  },
  {
    id: 'sonyericsson-t610',
    maxBytes: 261_120,
    maxImage: { width: 120, height: 160 },
    screen: { width: 128, height: 160 },
    accept: [JPEG, GIF, WBMP, AMR, MIDI, SP_MIDI],
    source: 'WURFL, with progressive JPEG; the T630 white paper has baseline only',
  },
  {
    id: 'siemens-s55',
    maxBytes: 51_200,
    maxImage: { width: 640, height: 480 },
    screen: { width: 101, height: 80 },
    accept: [JPEG, GIF, PNG, BMP, WBMP, AMR, MIDI, 'application/vnd.smaf', VCARD, VCALENDAR],
    source: 'WURFL',
  },
  {
    id: 'nokia-6230',
    maxBytes: 100_000,
    maxImage: { width: 640, height: 480 },
    screen: { width: 128, height: 128 },
    accept: [JPEG, GIF, PNG, WBMP, BMP, AMR, MIDI, SP_MIDI, 'video/3gpp', VCARD, VCALENDAR],
    animation: true,
    source: 'what the four user agent profiles of Nokia have in common; a fair picture of any phone of 2004',
  },
  {
    id: 'android-aosp',
    maxBytes: 307_200,
    maxImage: { width: 640, height: 480 },
    screen: { width: 320, height: 480 },
    maxTextLength: 2000,
    accept: [JPEG, GIF, PNG, WBMP, BMP, 'audio/*', ...FILM_3GPP, 'video/3gpp2', ...FILM_MP4, VCARD],
    source: 'AOSP mms_config.xml and ContentType.java',
  },
  {
    id: 'windows-10-mobile',
    maxBytes: 614_400,
    maxImage: { width: 1600, height: 1600 },
    accept: [
      ...[JPEG, GIF, BMP, PNG, 'image/tiff'],
      ...[MP3, 'audio/wav', AMR, 'audio/aac', ...FILM_3GPP, 'video/3gpp2', ...FILM_MP4, VCARD],
    ],
    source: 'Windows 10 Mobile OEM documentation, user agent profile for MMS',
  },
  {
    id: 'iphone',
    maxBytes: 1_048_576,
    maxImage: { width: 1024, height: 1024 },
    screen: { width: 320, height: 480 },
    accept: [JPEG, GIF, PNG, BMP, AMR, MP3, ...FILM_3GPP, 'video/3gpp2', ...FILM_MP4, VCARD],
    animation: true,
    source: 'WURFL, iPhone OS 3; the SMIL layout is ignored',
  },
  {
    id: 'us-carrier',
    maxBytes: 500_000,
    maxImage: { width: 640, height: 1138 },
    accept: [JPEG, GIF, PNG, MP3, ...FILM_MP4, ...FILM_3GPP],
    source: 'advice of several vendors; their figures for single carriers contradict each other',
  },
];

/** The built-in profiles: the content classes that hold pictures, and handsets. */
export const profiles: readonly Profile[] = [
  ...contentClasses.filter(row => row.maxImage !== undefined).map(classProfile),
  ...HANDSETS,
];

/**
 * The built-in profile of an id.
 * @throws MmsError `media/unknown-profile`
 * @example findProfile('oma-image-basic').maxBytes // 30720
 */
export function findProfile(id: string): Profile {
  const wanted = requireText(id, 'the id of a profile', 'id').toLowerCase();
  const found = profiles.find(profile => profile.id === wanted);
  if (found !== undefined) return found;
  const ids = profiles.map(profile => profile.id);
  throw new MmsError('media/unknown-profile', `there is no profile ${JSON.stringify(printable(id))}`, {
    hint: didYouMean(wanted, ids, `known are ${ids.join(', ')}; or give a JSON or UAProf file`),
  });
}
