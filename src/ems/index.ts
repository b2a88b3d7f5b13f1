export { checkEmsItems } from './check-items.ts';
export { type DecodedEms, decodeEms, emsItems, hasEms } from './decode-ems.ts';
export { type EmsContentOptions, type EmsOptions, encodeEms, segmentEms } from './encode-ems.ts';
export type {
  EmsAnimation,
  EmsBreak,
  EmsColour,
  EmsDefaultFormat,
  EmsDistribution,
  EmsElement,
  EmsItem,
  EmsMelody,
  EmsPicture,
  EmsSound,
  EmsText,
  EmsTextFormat,
  EmsUserAnimation,
  EmsUserPrompt,
} from './items.ts';
export type { EmsAlphabet } from './layout.ts';
export { EMS_MAKES, type EmsMake, emsMake, notTaken } from './makes.ts';
export { type EmsPictureOptions, emsPicture, picturesSideBySide } from './picture.ts';
export { ANIMATIONS, COLOURS, SOUNDS } from './tables.ts';
