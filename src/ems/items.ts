import type { Tune } from '../ringtone/index.ts';
import type { ALIGNMENTS, COLOURS, SIZES } from './tables.ts';

/** A colour of release 5. */
export type EmsColour = (typeof COLOURS)[number]['name'];

/** How a text looks. */
export interface EmsTextFormat {
  /** Default `language`: as the language is written. */
  readonly alignment?: (typeof ALIGNMENTS)[number]['name'] | undefined;
  /** Default `normal`. */
  readonly size?: (typeof SIZES)[number]['name'] | undefined;
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly underline?: boolean | undefined;
  readonly strikethrough?: boolean | undefined;
  /** Of the text; colours make the element longer than phones before release 5 read. Default `black`. */
  readonly foreground?: EmsColour | undefined;
  /** Behind the text. Default `white`. */
  readonly background?: EmsColour | undefined;
}

/** A run of text. */
export interface EmsText {
  readonly type: 'text';
  readonly text: string;
  readonly format?: EmsTextFormat | undefined;
}

/** The format of all text from here on that has none of its own. */
export interface EmsDefaultFormat extends EmsTextFormat {
  readonly type: 'format';
  /** A length of 0 is what makes it a default. */
  readonly length?: 0 | undefined;
}

/** A sound that phones have: 0 to 9. */
export interface EmsSound {
  readonly type: 'sound';
  readonly number: number;
}

/** A melody: iMelody text of at most 128 octets, or a tune to be written as one or several such. */
export type EmsMelody =
  | { readonly type: 'melody'; readonly imelody: string }
  | { readonly type: 'melody'; readonly tune: Tune };

/** An animation that phones have: 0 to 14. */
export interface EmsAnimation {
  readonly type: 'animation';
  readonly number: number;
}

/** Four frames of 8x8 or 16x16 pixels: rows of `#` (black) and `.`. */
export interface EmsUserAnimation {
  readonly type: 'userAnimation';
  readonly frames: readonly (readonly string[])[];
}

/** Rows of `#` (black) and `.`; the width a multiple of 8, at most 128 octets of bitmap. */
export interface EmsPicture {
  readonly type: 'picture';
  readonly rows: readonly string[];
  /** Absent: the element for 16x16 or 32x32 where the size is that, else the one for any size. */
  readonly form?: 'variable' | undefined;
}

/** The objects that follow belong together: melodies play in turn, pictures stand side by side. */
export interface EmsUserPrompt {
  readonly type: 'userPrompt';
  /** How many. */
  readonly objects: number;
}

/** Whether the objects that follow may be sent on. */
export interface EmsDistribution {
  readonly type: 'distribution';
  /** How many; 0: all that follow. */
  readonly objects: number;
  readonly noForward: boolean;
}

/** An information element as it is. */
export interface EmsElement {
  readonly type: 'element';
  readonly id: number;
  readonly data: Uint8Array;
}

/** What follows begins a new part. */
export interface EmsBreak {
  readonly type: 'break';
}

/** What an EMS message consists of, in the order in which it is read. */
export type EmsItem =
  | EmsText
  | EmsDefaultFormat
  | EmsSound
  | EmsMelody
  | EmsAnimation
  | EmsUserAnimation
  | EmsPicture
  | EmsUserPrompt
  | EmsDistribution
  | EmsElement
  | EmsBreak;
