import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHex } from '../../src/bytes/index.ts';
import type { MessagePart } from '../../src/message/index.ts';
import { encodePdu } from '../../src/mms/index.ts';
import { encodeUtf8 } from '../../src/text/index.ts';

interface PartRow {
  readonly contentType: string;
  readonly contentId?: string;
  readonly contentLocation?: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly disposition?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly hex?: string;
  /** What the octets say. */
  readonly reads?: string;
  /** A SMIL document that shows these. */
  readonly sources?: readonly string[];
}

/** A message, and which part each `src` names. */
export interface ResolveRow {
  readonly name: string;
  readonly start?: string;
  /** Position of the presentation, where it is among the parts; else one is put before them. */
  readonly root?: number;
  readonly parts: readonly PartRow[];
  readonly sources: Readonly<Record<string, number | null>>;
  readonly inAnotherCase?: true;
}

const FILE = join(import.meta.dirname, '../vectors/message/resolve.json');

/** The one table of which part is meant: every reader of a message is held to it. */
export const ROWS = JSON.parse(readFileSync(FILE, 'utf8')) as readonly ResolveRow[];

function smilOf(sources: readonly string[]): string {
  const layout =
    '<layout><root-layout width="160" height="120"/><region id="Text" width="100%" height="100%"/></layout>';
  const slides = sources.map(src => `<par dur="5s"><text src="${src}" region="Text"/></par>`);
  return `<smil><head>${layout}</head><body>${slides.join('')}</body></smil>`;
}

function partOf({ contentType, contentId, contentLocation, parameters, ...row }: PartRow): MessagePart {
  const text = row.text ?? (row.sources === undefined ? '' : smilOf(row.sources));
  const filename = row.disposition;
  return {
    contentType,
    parameters,
    ...(contentId === undefined ? {} : { contentId }),
    ...(contentLocation === undefined ? {} : { contentLocation }),
    ...(filename === undefined
      ? {}
      : {
          headers: [
            { name: 'Content-Disposition', value: { disposition: 'attachment', parameters: filename } },
          ],
        }),
    data: row.hex === undefined ? encodeUtf8(text) : fromHex(row.hex),
  };
}

/** The parts of a row without the presentation that is put before them. */
export function partsOf({ parts }: ResolveRow): MessagePart[] {
  return parts.map(partOf);
}

/** All parts of a row, the presentation among them. */
export function wholePartsOf(row: ResolveRow): MessagePart[] {
  if (row.root !== undefined) return partsOf(row);
  const sources = Object.keys(row.sources);
  const root = { contentType: 'application/smil', contentId: '<smil>', parameters: {}, sources };
  return [partOf(root), ...partsOf(row)];
}

/** The text that a part of a row reads as. */
export function textOfRow({ parts }: ResolveRow, index: number | null): string | undefined {
  const row = index === null ? undefined : parts[index];
  return row?.reads ?? row?.text;
}

/** The message of a row as octets. */
export function octetsOf(row: ResolveRow): Uint8Array {
  const parameters = { type: 'application/smil', start: row.start ?? '<smil>' };
  return encodePdu({
    messageType: 'm-retrieve-conf',
    mmsVersion: '1.2',
    date: new Date(0),
    contentType: { type: 'application/vnd.wap.multipart.related', parameters },
    parts: wholePartsOf(row),
  });
}
