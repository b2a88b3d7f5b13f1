import type { Shape, TypeOf } from '../schema/index.ts';
import { data, list, named, number, object, oneOf, text, withKey, word } from '../schema/index.ts';
import type { SmilFit } from '../smil/index.ts';
import type { WrittenCharset } from '../text/index.ts';
import { FILE_KEYS, oneSource } from './source-shapes.ts';
import { duration, mediaType, path, prose, time } from './value-shapes.ts';

/** Formats that a picture can be turned into. */
const PICTURE_FORMATS = ['jpeg', 'gif', 'png', 'wbmp'] as const;

const FITS = ['meet', 'slice', 'fill', 'scroll', 'hidden'] as const satisfies readonly SmilFit[];

const CHARSETS = ['us-ascii', 'utf-8', 'utf-16', 'iso-8859-1'] as const satisfies readonly WrittenCharset[];

/** The charset that texts are written in. */
export function charset(description: string): Shape<(typeof CHARSETS)[number]> {
  return word(description, CHARSETS);
}

const TIMING_KEYS = {
  begin: time('When it appears, from the start of the slide.'),
  end: time('When it goes, from the start of the slide.'),
};

const TYPE_KEY = { type: mediaType('Media type; found by name and content where it is not given.') };
const ALT_KEY = { alt: prose('What is said where it cannot be shown.') };

const pictureShape = named(
  'picture',
  oneOf('A picture: a path, or an object.', [
    path('The file.'),
    object('A picture.', {
      keys: {
        ...FILE_KEYS,
        as: word('Format that it is turned into.', PICTURE_FORMATS),
        maxColours: number('Most colours of a GIF or PNG, whose palettes have 2, 4, 16 or 256.', {
          min: 2,
          max: 256,
        }),
        fit: word('How it fills its region.', FITS),
        ...ALT_KEY,
        ...TIMING_KEYS,
        ...TYPE_KEY,
      },
      rules: oneSource(['src', 'file', 'data']),
    }),
  ]),
);

const videoShape = named(
  'video',
  oneOf('A video: a path, or an object.', [
    path('The file.'),
    object('A video.', {
      keys: {
        ...FILE_KEYS,
        fit: word('How it fills its region.', FITS),
        ...ALT_KEY,
        ...TIMING_KEYS,
        ...TYPE_KEY,
      },
      rules: oneSource(['src', 'file', 'data']),
    }),
  ]),
);

const audioShape = named(
  'audio',
  oneOf('A sound: a path, or an object.', [
    path('The file.'),
    object('A sound.', {
      keys: {
        ...FILE_KEYS,
        tune: oneOf('A melody; sent as MIDI, or as type says.', [
          text('RTTTL, RTX or iMelody, or the name of a file with a melody.', {
            pattern: /^[^\0]+$/u,
            called: 'a tune, or the name of its file',
          }),
          data('title, loop, events with note, octave, duration, modifier, bpm.', 'a tune'),
        ]),
        ...ALT_KEY,
        ...TIMING_KEYS,
        ...TYPE_KEY,
      },
      rules: oneSource(['src', 'file', 'tune', 'data']),
    }),
  ]),
);

const textShape = named(
  'text',
  oneOf('A text: the text itself, or an object.', [
    prose('The text itself.'),
    object('A text.', {
      keys: {
        ...FILE_KEYS,
        value: prose('The text itself.'),
        charset: charset('Charset that its file is in, and that it is sent in.'),
        ...ALT_KEY,
        ...TIMING_KEYS,
        ...TYPE_KEY,
      },
      rules: oneSource(['src', 'file', 'value', 'data']),
    }),
  ]),
);

/** What a slide may say. */
export const slideKeys = {
  image: pictureShape,
  video: videoShape,
  text: textShape,
  audio: audioShape,
  alt: prose('What is said where the picture or video cannot be shown.'),
  duration: duration('How long it stands; auto: as long as its sound or video.'),
};

/** One slide: a picture or a video, a text, a sound. */
export const slideShape = named(
  'slide',
  object('A slide: a picture or a video, a text, a sound (none beside a video).', {
    keys: slideKeys,
    rules: [
      { atMostOne: ['image', 'video'], hint: 'a slide has one region for both: make two slides' },
      { atMostOne: ['video', 'audio'], hint: 'a video has its own sound' },
      { key: 'alt', needsOneOf: ['image', 'video'] },
      { atMostOne: ['alt', withKey('image', 'alt')] },
      { atMostOne: ['alt', withKey('video', 'alt')] },
    ],
  }),
);

/** A part that no slide shows. */
export const attachmentShape = named(
  'attachment',
  oneOf('A part that no slide shows: a path, or an object.', [
    path('The file.'),
    object('A part that no slide shows.', {
      keys: {
        ...FILE_KEYS,
        name: text('File name of the part, for data and value.', {
          pattern: /^[^\0]+$/u,
          called: 'a file name',
        }),
        value: prose('The content, when it is a text.'),
        card: data('A contact, event or to-do as an object.', 'a card'),
        charset: charset('Charset that a text is in, and that it is sent in.'),
        ...TYPE_KEY,
      },
      rules: oneSource(['src', 'file', 'value', 'card', 'data'], ['data', 'value']),
    }),
  ]),
);

/** Slides in their order. */
export const slidesShape = list('The slides in their order.', slideShape);

/** Attachments in their order. */
export const attachmentsShape = list('Parts that no slide shows, after the others.', attachmentShape);

/**
 * A slide of a manifest.
 * @interface
 */
export type ManifestSlide = TypeOf<typeof slideShape>;
/** A picture of a slide. */
export type ManifestPicture = TypeOf<typeof pictureShape>;
/** A video of a slide. */
export type ManifestVideo = TypeOf<typeof videoShape>;
/** A sound of a slide. */
export type ManifestAudio = TypeOf<typeof audioShape>;
/** A text of a slide. */
export type ManifestText = TypeOf<typeof textShape>;
/**
 * A part that no slide shows: a path, or an object with one of `src`, `file`, `value`, `card` and `data`, and as far as
 * it needs them `name`, `type` and `charset`.
 */
export type ManifestAttachment = TypeOf<typeof attachmentShape>;
