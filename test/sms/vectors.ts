import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fromHex } from '../../src/bytes/index.ts';
import type { SmsMessage } from '../../src/sms/index.ts';

/** The input of a vector, in its own short names. */
interface VectorInput {
  readonly kind?: string;
  readonly text?: string;
  readonly dataHex?: string;
  readonly to?: string;
  readonly from?: string;
  readonly timestamp?: string;
  readonly vp?: number | { readonly format: string; readonly hex: string };
  readonly dcs?: number;
  readonly pid?: number;
  readonly mr?: number;
  readonly srr?: boolean;
  readonly rp?: boolean;
  readonly rd?: number;
  readonly ref?: number;
  readonly ref16?: boolean;
  readonly ports?: { destination: number; source: number };
  readonly ports8?: { destination: number; source: number };
  readonly single?: number;
  readonly lock?: number;
  readonly enc?: 'ucs2';
  readonly extraElements?: readonly { iei: number; dataHex: string }[];
}

/** What tshark read from one part of a vector. */
interface VectorDecode {
  readonly text?: string;
  readonly da?: string;
  readonly oa?: string;
  readonly dcs: number;
  readonly pid: number;
  readonly udl: number;
  readonly ref?: number;
  readonly total?: number;
  readonly seq?: number;
}

interface SmsVector {
  readonly name: string;
  readonly input: VectorInput;
  readonly parts: readonly { tpdu: string; udh: string; udl: number; ud: string; length: number }[];
  readonly decode: readonly VectorDecode[];
}

/** A language of `gsm7-tables.json`. */
interface LanguageVector {
  readonly id: number;
  readonly name: string;
  readonly locking?: readonly (string | null)[] | null;
  readonly singleShift: Readonly<Record<string, string>>;
}

/** The tables of one language as characters by septet. */
interface LanguageCharacters {
  readonly id: number;
  readonly name: string;
  readonly locking: ReadonlyMap<number, string> | undefined;
  readonly singleShift: ReadonlyMap<number, string>;
  /** All characters of the locking table. */
  readonly default: string;
}

const folder = resolve(import.meta.dirname, '../vectors/sms');

function readVectors<T>(file: string): T {
  return JSON.parse(readFileSync(resolve(folder, file), 'utf8')) as T;
}

const { vectors } = readVectors<{ vectors: readonly SmsVector[] }>('sms-tpdu.json');

export const SUBMITS: readonly SmsVector[] = vectors.filter(({ input }) => input.kind === undefined);
export const DELIVERS: readonly SmsVector[] = vectors.filter(({ input }) => input.kind === 'sms-deliver');

/** Minutes of a relative validity octet of the vectors, which use FF alone: 63 weeks. */
function minutes(octet: number): number {
  if (octet !== 0xff) throw new Error(`unexpected validity octet ${octet}`);
  return 63 * 7 * 24 * 60;
}

function validityPeriod({ vp }: VectorInput): SmsMessage['validityPeriod'] {
  if (vp === undefined) return undefined;
  if (typeof vp === 'number') return minutes(vp);
  return vp.format === 'abs' ? '2026-12-31T23:59:58+01:00' : fromHex(vp.hex);
}

/** The message object that a vector describes. */
export function messageOf({ input }: SmsVector): SmsMessage {
  return {
    to: input.to ?? '',
    text: input.text,
    data: input.dataHex === undefined ? undefined : fromHex(input.dataHex),
    encoding: input.enc,
    validityPeriod: validityPeriod(input),
    dataCodingScheme: input.dcs,
    protocolIdentifier: input.pid,
    messageReference: input.mr,
    statusReportRequest: input.srr,
    replyPath: input.rp,
    rejectDuplicates: input.rd === 1,
    reference: input.ref,
    referenceBits: input.ref16 === undefined ? undefined : 16,
    ports: input.ports ?? input.ports8,
    portBits: input.ports8 === undefined ? 16 : 8,
    nationalLanguage:
      input.single === undefined && input.lock === undefined
        ? undefined
        : { singleShift: input.single, lockingShift: input.lock },
    informationElements: input.extraElements?.map(({ iei, dataHex }) => ({
      id: iei,
      data: fromHex(dataHex),
    })),
  };
}

const character = (hex: string): string => String.fromCodePoint(Number.parseInt(hex, 16));

function charactersOf({ id, name, locking, singleShift }: LanguageVector): LanguageCharacters {
  const main = locking?.flatMap((hex, septet) => (hex === null ? [] : [[septet, character(hex)] as const]));
  const shifted = Object.entries(singleShift).map(
    ([septet, hex]) => [Number.parseInt(septet, 16), character(hex)] as const,
  );
  return {
    id,
    name,
    locking: main === undefined ? undefined : new Map(main),
    singleShift: new Map(shifted),
    default: main?.map(([, text]) => text).join('') ?? '',
  };
}

const { tables } = readVectors<{ tables: readonly LanguageVector[] }>('gsm7-tables.json');

/** Every language by identifier. */
export const LANGUAGES: readonly LanguageCharacters[] = tables.map(charactersOf);
