import type { Issue } from '../issues/index.ts';
import type { CardProperty } from './property.ts';

/** A telephone number with its types: PREF, WORK, HOME, VOICE, FAX, MSG, CELL, PAGER, BBS, MODEM, CAR, ISDN, VIDEO. */
export interface PhoneNumber {
  readonly number: string;
  readonly types?: readonly string[] | undefined;
}

/** A postal address, in the parts of the ADR property. */
export interface PostalAddress {
  /** HOME, WORK, DOM, INTL, POSTAL or PARCEL. */
  readonly type?: string | undefined;
  readonly poBox?: string | undefined;
  readonly extended?: string | undefined;
  readonly street?: string | undefined;
  readonly city?: string | undefined;
  readonly region?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly country?: string | undefined;
}

/** A person or a company, as vCard 2.1 knows them. Any text may have several lines. */
export interface Card {
  readonly family?: string | undefined;
  readonly given?: string | undefined;
  readonly additional?: string | undefined;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  readonly formattedName?: string | undefined;
  readonly nickname?: string | undefined;
  readonly tel?: readonly PhoneNumber[] | undefined;
  readonly email?: readonly string[] | undefined;
  /** The company, then its units. */
  readonly org?: readonly string[] | undefined;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  /** `1970-01-31`. */
  readonly birthday?: string | undefined;
  readonly address?: PostalAddress | undefined;
  readonly note?: string | undefined;
  /** Properties without a key of their own, and the second of those that a card has once. */
  readonly other?: readonly CardProperty[] | undefined;
}

/** A card that was read, with what was odd about its text and what of it is lost. */
export interface ParsedCard extends Card {
  readonly version: '2.1' | '3.0' | '4.0';
  readonly warnings: readonly Issue[];
}
