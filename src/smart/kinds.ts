interface SmartKindRow {
  /** Destination port, as the specification prints it. */
  readonly port: number;
  /** What the port carries; two kinds share the port of multipart messages. */
  readonly kind: string;
  readonly name: string;
  /** Sizes of the picture that phones are known to take, width and height. */
  readonly pictureSizes?: readonly (readonly [number, number])[];
  /** In the script form the content is text, not hexadecimal digits. */
  readonly isText?: true;
}

/** Kinds of Smart Message (Smart Messaging 3.0.0); 00E2 and 00E4 are the older NBS ports of the cards. */
export const SMART_KINDS = [
  { port: 0x1581, kind: 'ringing-tone', name: 'Ringing tone' },
  {
    port: 0x1582,
    kind: 'operator-logo',
    name: 'Operator logo',
    pictureSizes: [
      [72, 14],
      [78, 21],
      [101, 21],
    ],
  },
  { port: 0x1583, kind: 'group-graphic', name: 'Group graphic', pictureSizes: [[72, 14]] },
  { port: 0x158a, kind: 'picture-message', name: 'Picture message', pictureSizes: [[72, 28]] },
  { port: 0x158a, kind: 'downloadable-profile', name: 'Downloadable profile', pictureSizes: [[72, 28]] },
  { port: 0x23f4, kind: 'vcard', name: 'vCard', isText: true },
  { port: 0x23f5, kind: 'vcalendar', name: 'vCalendar', isText: true },
  { port: 0x00e2, kind: 'vcard', name: 'vCard', isText: true },
  { port: 0x00e4, kind: 'vcalendar', name: 'vCalendar', isText: true },
] as const satisfies readonly SmartKindRow[];

/** Everything that has a port. */
export type SmartContentKind = (typeof SMART_KINDS)[number]['kind'];

/** A kind of Smart Message that is made here; cards have a room of their own. */
export type SmartKind = Exclude<SmartContentKind, 'vcard' | 'vcalendar'>;

/** The table row of a kind. */
export function smartKind(kind: SmartContentKind): SmartKindRow {
  const row = SMART_KINDS.find(candidate => candidate.kind === kind);
  if (row === undefined) throw new TypeError(`no kind of Smart Message ${kind}`);
  return row;
}

/** True for a port whose content is text in the script form. */
export function isTextPort(port: number): boolean {
  const row: SmartKindRow | undefined = SMART_KINDS.find(candidate => candidate.port === port);
  return row?.isText === true;
}
