import * as cards from '../../../src/public/cards.ts';
import * as handsets from '../../../src/public/handsets.ts';
import * as media from '../../../src/public/media.ts';
import * as networks from '../../../src/public/networks.ts';
import * as ringtone from '../../../src/public/ringtone.ts';
import * as smil from '../../../src/public/smil.ts';
import type { CallRows } from './row.ts';
import { bitmap, data, pixels, tune } from './values.ts';

const wbmp = media.encodeWbmp(bitmap);
const classified = {
  bytes: 99,
  parts: [{ contentType: 'image/jpeg', width: 9, height: 9, charset: 'utf-8' }],
};
const row = media.contentClasses[0];
const [event] = tune.events;
const card = { family: 'Doe', given: 'J', tel: [{ number: '123', types: ['CELL'] }] };
const entry = { type: 'event', summary: 'x', start: '2004-05-23T14:14:58Z' } as const;

export const MEDIA: CallRows = {
  acceptsCharset: { call: media.acceptsCharset, args: [{ charsets: ['utf-8'] }, 'utf-8'] },
  acceptsType: { call: media.acceptsType, args: [{ accept: ['image/*'] }, 'image/jpeg'] },
  adaptImage: {
    call: media.adaptImage,
    args: [wbmp, { formats: ['wbmp'], maxWidth: 9, maxBytes: 999, background: '#fff', animation: true }, {}],
  },
  prepareImage: { call: media.prepareImage, args: [wbmp, { formats: ['wbmp'] }, {}] },
  checkProfile: { call: media.checkProfile, args: [{ accept: ['image/*'], maxBytes: 9 }, 'x'] },
  readProfile: { call: media.readProfile, args: ['{ "accept": ["image/*"] }', 'x'] },
  findProfile: { call: media.findProfile, args: ['nokia-6230'] },
  imageConstraints: {
    call: media.imageConstraints,
    args: [{ id: 'x', accept: ['image/*'], maxBytes: 9, maxImage: { width: 9, height: 9 }, animation: true }],
  },
  classMisfits: { call: media.classMisfits, args: [classified, row] },
  smallestContentClass: { call: media.smallestContentClass, args: [classified] },
  contentClass: { call: media.contentClass, args: ['image-basic'] },
  decodeImage: { call: media.decodeImage, args: [wbmp, {}] },
  decodeWbmp: { call: media.decodeWbmp, args: [wbmp, {}] },
  encodeWbmp: { call: media.encodeWbmp, args: [bitmap] },
  toBitmap: {
    call: media.toBitmap,
    args: [pixels, { width: 2, fit: 'contain', dither: 'none', threshold: 9, invert: true }],
  },
  formatBlocks: { call: media.formatBlocks, args: [bitmap] },
  invertBitmap: { call: media.invertBitmap, args: [bitmap] },
  detectCharset: { call: media.detectCharset, args: [data] },
  detectMedia: { call: media.detectMedia, args: [{ name: 'a.txt', data }] },
  extensionOf: { call: media.extensionOf, args: ['a.txt'] },
  formatOfType: { call: media.formatOfType, args: ['text/plain'] },
  formatsOfName: { call: media.formatsOfName, args: ['a.txt'] },
  imageContentType: { call: media.imageContentType, args: ['jpeg'] },
  imageMetadata: { call: media.imageMetadata, args: [wbmp] },
  mediaDurationMs: { call: media.mediaDurationMs, args: [data, 'audio/midi'] },
  mediaKind: { call: media.mediaKind, args: ['text/plain'] },
  namesOfType: { call: media.namesOfType, args: ['text/plain'] },
  probeImage: { call: media.probeImage, args: [wbmp] },
  safePartName: { call: media.safePartName, args: ['a b.txt', ['c.txt']] },
  smilElement: { call: media.smilElement, args: ['image'] },
  stripMetadata: { call: media.stripMetadata, args: [wbmp] },
  videoSize: { call: media.videoSize, args: [data] },
};

export const HANDSETS: CallRows = {
  findHandset: { call: handsets.findHandset, args: [{ make: 'Nokia', model: '6230' }] },
  searchHandsets: { call: handsets.searchHandsets, args: ['nokia n73'] },
};

export const NETWORKS: CallRows = {
  findCarrier: { call: networks.findCarrier, args: [1] },
  findNetwork: { call: networks.findNetwork, args: ['234-10'] },
  searchNetworks: { call: networks.searchNetworks, args: ['234-10'] },
};

export const CARDS: CallRows = {
  formatVCard: { call: cards.formatVCard, args: [card, {}] },
  parseVCard: { call: cards.parseVCard, args: [cards.formatVCard(card), {}] },
  formatVCalendar: { call: cards.formatVCalendar, args: [entry, {}] },
  parseVCalendar: { call: cards.parseVCalendar, args: [cards.formatVCalendar(entry), {}] },
};

export const RINGTONE: CallRows = {
  checkTune: { call: ringtone.checkTune, args: [tune] },
  encodeRingingTone: { call: ringtone.encodeRingingTone, args: [tune, { tempoRounding: 'nearest' }] },
  decodeRingingTone: { call: ringtone.decodeRingingTone, args: [ringtone.encodeRingingTone(tune), {}] },
  eventDurationMs: { call: ringtone.eventDurationMs, args: [event] },
  eventFrequencyHz: { call: ringtone.eventFrequencyHz, args: [event] },
  midiKey: { call: ringtone.midiKey, args: [event] },
  tuneDurationMs: { call: ringtone.tuneDurationMs, args: [tune] },
  formatIMelody: { call: ringtone.formatIMelody, args: [tune, { form: '1.2' }] },
  parseIMelody: { call: ringtone.parseIMelody, args: [ringtone.formatIMelody(tune), {}] },
  formatRtttl: { call: ringtone.formatRtttl, args: [tune, {}] },
  parseRtttl: { call: ringtone.parseRtttl, args: ['x:d=4,o=5,b=120:a', {}] },
  formatRtx: { call: ringtone.formatRtx, args: [tune, {}] },
  parseRtx: { call: ringtone.parseRtx, args: [ringtone.formatRtx(tune), {}] },
  parseTune: { call: ringtone.parseTune, args: ['x:d=4,o=5,b=120:a', {}] },
  sniffTune: { call: ringtone.sniffTune, args: ['x:d=4,o=5,b=120:a'] },
  toMidi: { call: ringtone.toMidi, args: [tune, { program: 1 }] },
  fromMidi: { call: ringtone.fromMidi, args: [ringtone.toMidi(tune), {}] },
  toWav: { call: ringtone.toWav, args: [tune, { sampleRate: 8000 }] },
};

const slides = [{ text: { src: 'a.txt', alt: 'a', beginMs: 0, endMs: 1000 }, durationMs: 5000 }];
const show = smil.completeSmil(smil.buildSmil(slides, {}));

export const SMIL: CallRows = {
  buildSmil: {
    call: smil.buildSmil,
    args: [slides, { layout: { width: 99 }, metas: [{ name: 'a', content: 'b' }] }],
  },
  completeSmil: { call: smil.completeSmil, args: [show, { layout: { preset: 'image-above-text' } }] },
  formatSmil: { call: smil.formatSmil, args: [show] },
  parseSmil: { call: smil.parseSmil, args: [smil.formatSmil(show), {}] },
  formatSmilTime: { call: smil.formatSmilTime, args: [5000] },
  parseSmilTime: { call: smil.parseSmilTime, args: ['5s'] },
  parseSrc: { call: smil.parseSrc, args: ['cid:a'] },
  isMendedByCompletion: { call: smil.isMendedByCompletion, args: ['smil/dur-missing'] },
  mapSources: { call: smil.mapSources, args: [show, (src: string): string => src] },
};
