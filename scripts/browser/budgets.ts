import type { Loads } from './bundle.ts';

/** What a page may have to load, in octets minified and gzipped. */
interface Budget {
  readonly loads: Loads;
  readonly budget: number;
}

/** Whole subpaths, then what single encoders bring. A budget rises for what users get alone. */
export const BUNDLES: readonly Budget[] = [
  { loads: { mms: '*', wsp: '*' }, budget: 35_500 },
  { loads: { sms: '*' }, budget: 22_000 },
  { loads: { smart: '*', ringtone: '*' }, budget: 47_000 },
  { loads: { mms: '*' }, budget: 35_000 },
  { loads: { wsp: '*' }, budget: 21_000 },
  { loads: { smil: '*' }, budget: 23_000 },
  { loads: { push: '*' }, budget: 55_500 },
  { loads: { smart: '*' }, budget: 35_500 },
  { loads: { ringtone: '*' }, budget: 28_500 },
  { loads: { cards: '*' }, budget: 21_000 },
  { loads: { ems: '*' }, budget: 41_500 },
  { loads: { provisioning: '*' }, budget: 46_000 },
  { loads: { handsets: '*' }, budget: 28_500 },
  { loads: { networks: '*' }, budget: 44_000 },
  { loads: { media: '*' }, budget: 42_000 },
  { loads: { inspect: '*' }, budget: 79_000 },
  { loads: { lint: '*' }, budget: 112_000 },
  { loads: { preview: '*' }, budget: 207_000 },
  { loads: { mms: ['encodePdu'] }, budget: 31_500 },
  { loads: { mms: ['decodePdu'] }, budget: 32_000 },
  { loads: { sms: ['encodeSms'] }, budget: 13_000 },
  { loads: { sms: ['decodeSms'] }, budget: 13_500 },
  { loads: { sms: ['measureSms'] }, budget: 10_000 },
  { loads: { smart: ['encodeRingingTone'], ringtone: ['parseRtttl'] }, budget: 14_000 },
  { loads: { smart: ['encodeOtaBitmap'] }, budget: 6500 },
];
