import { requireNumber } from '../../bytes/index.ts';
/** A piece of an information element: a big-endian number where `octets` is 1 or 2, else an octet string. */
export interface ElementField {
  readonly name: string;
  /** Its width; `rest` takes what is left. */
  readonly octets: number | 'rest';
  /** Only the last field may be left out. */
  readonly optional?: true;
}

/** A row of {@link INFORMATION_ELEMENTS}. */
export interface InformationElementRow {
  readonly id: number;
  /** The specification's name. */
  readonly name: string;
  readonly key: string;
  /** What the data consist of; without this row entry they are octets of their own format. */
  readonly fields?: readonly ElementField[];
  /** Must not appear twice in one header. */
  readonly once?: true;
  /** The element that it must not stand beside. */
  readonly excludes?: number;
  readonly clause: string;
}

const POSITION = { name: 'position', octets: 1 } as const;

/** Every assigned information element of a user data header (3GPP TS 23.040 9.2.3.24). */
export const INFORMATION_ELEMENTS = [
  {
    id: 0x00,
    name: 'Concatenated short messages, 8-bit reference number',
    key: 'concatenation8',
    fields: [
      { name: 'reference', octets: 1 },
      { name: 'total', octets: 1 },
      { name: 'sequence', octets: 1 },
    ],
    once: true,
    excludes: 0x08,
    clause: '23.040 9.2.3.24.1',
  },
  {
    id: 0x01,
    name: 'Special SMS Message Indication',
    key: 'specialMessageIndication',
    fields: [
      { name: 'typeAndStorage', octets: 1 },
      { name: 'count', octets: 1 },
    ],
    clause: '23.040 9.2.3.24.2',
  },
  {
    id: 0x04,
    name: 'Application port addressing scheme, 8 bit address',
    key: 'ports8',
    fields: [
      { name: 'destination', octets: 1 },
      { name: 'source', octets: 1 },
    ],
    once: true,
    excludes: 0x05,
    clause: '23.040 9.2.3.24.3',
  },
  {
    id: 0x05,
    name: 'Application port addressing scheme, 16 bit address',
    key: 'ports16',
    fields: [
      { name: 'destination', octets: 2 },
      { name: 'source', octets: 2 },
    ],
    once: true,
    excludes: 0x04,
    clause: '23.040 9.2.3.24.4',
  },
  {
    id: 0x06,
    name: 'SMSC Control Parameters',
    key: 'smscControl',
    fields: [{ name: 'parameters', octets: 1 }],
    once: true,
    clause: '23.040 9.2.3.24.5',
  },
  {
    id: 0x07,
    name: 'UDH Source Indicator',
    key: 'sourceIndicator',
    fields: [{ name: 'source', octets: 1 }],
    clause: '23.040 9.2.3.24.6',
  },
  {
    id: 0x08,
    name: 'Concatenated short message, 16-bit reference number',
    key: 'concatenation16',
    fields: [
      { name: 'reference', octets: 2 },
      { name: 'total', octets: 1 },
      { name: 'sequence', octets: 1 },
    ],
    once: true,
    excludes: 0x00,
    clause: '23.040 9.2.3.24.8',
  },
  {
    id: 0x09,
    name: 'Wireless Control Message Protocol',
    key: 'wirelessControlMessage',
    clause: '23.040 9.2.3.24.9',
  },
  {
    id: 0x0a,
    name: 'Text Formatting',
    key: 'textFormatting',
    fields: [
      { name: 'start', octets: 1 },
      { name: 'length', octets: 1 },
      { name: 'mode', octets: 1 },
      { name: 'colour', octets: 1, optional: true },
    ],
    clause: '23.040 9.2.3.24.10.1.1',
  },
  {
    id: 0x0b,
    name: 'Predefined Sound',
    key: 'predefinedSound',
    fields: [POSITION, { name: 'sound', octets: 1 }],
    clause: '23.040 9.2.3.24.10.1.2',
  },
  {
    id: 0x0c,
    name: 'User Defined Sound (iMelody)',
    key: 'userDefinedSound',
    fields: [POSITION, { name: 'melody', octets: 'rest' }],
    clause: '23.040 9.2.3.24.10.1.3',
  },
  {
    id: 0x0d,
    name: 'Predefined Animation',
    key: 'predefinedAnimation',
    fields: [POSITION, { name: 'animation', octets: 1 }],
    clause: '23.040 9.2.3.24.10.1.4',
  },
  {
    id: 0x0e,
    name: 'Large Animation',
    key: 'largeAnimation',
    fields: [POSITION, { name: 'bitmap', octets: 128 }],
    clause: '23.040 9.2.3.24.10.1.5',
  },
  {
    id: 0x0f,
    name: 'Small Animation',
    key: 'smallAnimation',
    fields: [POSITION, { name: 'bitmap', octets: 32 }],
    clause: '23.040 9.2.3.24.10.1.6',
  },
  {
    id: 0x10,
    name: 'Large Picture',
    key: 'largePicture',
    fields: [POSITION, { name: 'bitmap', octets: 128 }],
    clause: '23.040 9.2.3.24.10.1.7',
  },
  {
    id: 0x11,
    name: 'Small Picture',
    key: 'smallPicture',
    fields: [POSITION, { name: 'bitmap', octets: 32 }],
    clause: '23.040 9.2.3.24.10.1.8',
  },
  {
    id: 0x12,
    name: 'Variable Picture',
    key: 'variablePicture',
    fields: [
      POSITION,
      { name: 'widthOctets', octets: 1 },
      { name: 'height', octets: 1 },
      { name: 'bitmap', octets: 'rest' },
    ],
    clause: '23.040 9.2.3.24.10.1.9',
  },
  {
    id: 0x13,
    name: 'User prompt indicator',
    key: 'userPrompt',
    fields: [{ name: 'objects', octets: 1 }],
    clause: '23.040 9.2.3.24.10.1.10',
  },
  { id: 0x14, name: 'Extended Object', key: 'extendedObject', clause: '23.040 9.2.3.24.10' },
  { id: 0x15, name: 'Reused Extended Object', key: 'reusedExtendedObject', clause: '23.040 9.2.3.24.10' },
  {
    id: 0x16,
    name: 'Compression Control',
    key: 'compressionControl',
    once: true,
    clause: '23.040 9.2.3.24.10',
  },
  {
    id: 0x17,
    name: 'Object Distribution Indicator',
    key: 'objectDistribution',
    fields: [
      { name: 'elements', octets: 1 },
      { name: 'attributes', octets: 1 },
    ],
    clause: '23.040 9.2.3.24.10',
  },
  { id: 0x18, name: 'Standard WVG object', key: 'standardWvg', clause: '23.040 9.2.3.24.10' },
  { id: 0x19, name: 'Character Size WVG object', key: 'characterWvg', clause: '23.040 9.2.3.24.10' },
  {
    id: 0x1a,
    name: 'Extended Object Data Request Command',
    key: 'extendedObjectDataRequest',
    clause: '23.040 9.2.3.24.10',
  },
  {
    id: 0x20,
    name: 'RFC 822 E-Mail Header',
    key: 'emailHeader',
    fields: [{ name: 'headerLength', octets: 1 }],
    clause: '23.040 9.2.3.24.11',
  },
  {
    id: 0x21,
    name: 'Hyperlink format element',
    key: 'hyperlink',
    fields: [
      { name: 'position', octets: 2 },
      { name: 'titleLength', octets: 1 },
      { name: 'urlLength', octets: 1 },
    ],
    clause: '23.040 9.2.3.24.12',
  },
  { id: 0x22, name: 'Reply Address Element', key: 'replyAddress', clause: '23.040 9.2.3.24' },
  { id: 0x23, name: 'Enhanced Voice Mail Information', key: 'enhancedVoiceMail', clause: '23.040 9.2.3.24' },
  {
    id: 0x24,
    name: 'National Language Single Shift',
    key: 'singleShift',
    fields: [{ name: 'language', octets: 1 }],
    once: true,
    clause: '23.040 9.2.3.24.15',
  },
  {
    id: 0x25,
    name: 'National Language Locking Shift',
    key: 'lockingShift',
    fields: [{ name: 'language', octets: 1 }],
    once: true,
    clause: '23.040 9.2.3.24.16',
  },
] as const satisfies readonly InformationElementRow[];

/** Our short name of an assigned information element, such as `ports16`. */
export type InformationElementKey = (typeof INFORMATION_ELEMENTS)[number]['key'];

/** Identifiers without a row: what each range is for. */
export const INFORMATION_ELEMENT_RANGES = [
  { from: 0x02, to: 0x02, name: 'Reserved' },
  { from: 0x03, to: 0x03, name: 'Value not used to avoid misinterpretation as <LF> character' },
  { from: 0x1b, to: 0x1f, name: 'Reserved for future EMS features' },
  { from: 0x26, to: 0x6f, name: 'Reserved for future use' },
  { from: 0x70, to: 0x7f, name: '(U)SIM Toolkit Security Headers' },
  { from: 0x80, to: 0x9f, name: 'SME to SME specific use' },
  { from: 0xa0, to: 0xbf, name: 'Reserved for future use' },
  { from: 0xc0, to: 0xdf, name: 'SC specific use' },
  { from: 0xe0, to: 0xff, name: 'Reserved for future use' },
] as const;

const BY_ID: ReadonlyMap<number, InformationElementRow> = new Map(
  INFORMATION_ELEMENTS.map(row => [row.id, row]),
);
const BY_KEY: ReadonlyMap<string, InformationElementRow> = new Map(
  INFORMATION_ELEMENTS.map(row => [row.key, row]),
);

/** The row of an identifier, `undefined` for a reserved or private one. */
export function informationElementRow(idOrKey: number | string): InformationElementRow | undefined {
  return typeof idOrKey === 'number' ? BY_ID.get(idOrKey) : BY_KEY.get(idOrKey);
}

/** The specification's name of any identifier 0-255, of a range where the number itself has none. */
export function informationElementName(id: number): string {
  requireNumber(id, 'a number', 'id');
  const range = INFORMATION_ELEMENT_RANGES.find(({ from, to }) => id >= from && id <= to);
  return BY_ID.get(id)?.name ?? range?.name ?? 'Reserved';
}

/** Name and clause of any identifier 0-255. */
export function informationElementLabel(id: number): { name: string; clause?: string | undefined } {
  return { name: informationElementName(id), clause: BY_ID.get(id)?.clause };
}
