import type { TuneFormat } from './tune-format.ts';

/** What a format of tunes is called. */
export type TuneType = Pick<TuneFormat, 'extensions' | 'mediaTypes'>;

/** What all formats of tunes are called, apart from their readers and writers, for who only tells them apart. */
export const TUNE_TYPES = {
  'ringing-tone': {
    extensions: ['ott', 'rng', 'nrt'],
    mediaTypes: ['application/vnd.nokia.ringing-tone'],
  },
  midi: {
    extensions: ['mid', 'midi', 'kar'],
    mediaTypes: ['audio/midi', 'audio/mid', 'audio/x-midi', 'audio/x-mid', 'audio/smf', 'application/x-midi'],
  },
  wav: {
    extensions: ['wav'],
    mediaTypes: [
      'audio/wav',
      'audio/x-wav',
      'audio/wave',
      'audio/x-wave',
      'audio/vnd.wave',
      'audio/x-ms-wav',
    ],
  },
  imelody: {
    extensions: ['imy'],
    mediaTypes: [
      'audio/imelody',
      'text/x-imelody',
      'audio/imy',
      'audio/x-imelody',
      'text/imelody',
      'audio/i-melody',
      'audio/x-imy',
    ],
  },
  json: { extensions: ['json'], mediaTypes: [] },
  rtx: { extensions: ['rtx'], mediaTypes: ['audio/rtx'] },
  // no registered type; audio/x-rtttl is what phones' own tables call it
  rtttl: { extensions: ['rtttl', 'rttl'], mediaTypes: ['audio/x-rtttl', 'audio/rtttl'] },
} as const satisfies Record<string, TuneType>;
