import { type Bitmap, encodeWbmp } from '../../bitmap/index.ts';
import {
  downloadableProfile,
  encodeOtaBitmap,
  groupGraphic,
  type NetworkCode,
  type OperatorLogoOptions,
  operatorLogo,
  pictureMessage,
  type SmartMessage,
} from '../../smart/index.ts';
import { type CliArguments, UsageError } from '../command.ts';
import { numberOf, textOf, wordOf } from '../input/option-values.ts';
import { outputFormat } from '../input/output-format.ts';
import type { UsualSize } from '../input/read-bitmap.ts';
import { WORDS } from '../input/words.ts';

type Values = CliArguments['values'];

/** What the command makes: a Smart Message, or octets that are not one. */
export interface Made extends Partial<SmartMessage> {
  readonly payload: Uint8Array;
}

/** A kind of output, by its name on the command line. */
export interface BitmapKind {
  /** What a picture in colour is fitted to. */
  readonly usual?: UsualSize;
  /** Of files that hold it; a Smart Message has none. */
  readonly extensions?: readonly string[];
  make(bitmap: Bitmap, values: Values): Made;
}

const LOGO = { width: 72, height: 14 } as const;
const PICTURE = { width: 72, height: 28 } as const;

const KINDS: ReadonlyMap<string, BitmapKind> = new Map<string, BitmapKind>([
  [
    'raw',
    {
      extensions: ['otb'],
      make: (bitmap, values) => ({ payload: encodeOtaBitmap(bitmap, messageOptions(values)) }),
    },
  ],
  ['wbmp', { extensions: ['wbmp', 'wbm'], make: bitmap => ({ payload: encodeWbmp(bitmap) }) }],
  ['picture', { usual: PICTURE, make: makePicture }],
  [
    'group-graphic',
    { usual: LOGO, make: (bitmap, values) => groupGraphic({ bitmap }, messageOptions(values)) },
  ],
  [
    'operator-logo',
    {
      usual: LOGO,
      make: (bitmap, values) => operatorLogo({ bitmap, ...networkOf(values) }, messageOptions(values)),
    },
  ],
  [
    'screen-saver',
    {
      usual: PICTURE,
      make: (bitmap, values) => downloadableProfile({ screenSaver: bitmap }, messageOptions(values)),
    },
  ],
]);

const NAMED_KINDS = [...KINDS].map(([name, { extensions = [] }]) => ({ name, extensions }));

/** What `--kind` takes. */
export const KIND_NAMES: readonly string[] = [...KINDS.keys()];

/**
 * The kind that the options or the file to be written name, else `raw`.
 * @throws UsageError
 */
export function kindOf(values: Values): BitmapKind {
  const value = wordOf(values, 'kind', KIND_NAMES);
  const name = outputFormat(textOf(values, 'output'), { name: 'kind', value }, NAMED_KINDS);
  const kind = KINDS.get(name ?? 'raw');
  if (kind === undefined) throw new UsageError('expected --kind');
  return kind;
}

function messageOptions(values: Values): OperatorLogoOptions {
  const layout = wordOf(values, 'rows', WORDS.rows);
  const referenceBits = wordOf(values, 'reference-bits', WORDS.referenceBits);
  return {
    rowPadding: layout === 'padded' ? 'octet' : 'none',
    form: wordOf(values, 'form', WORDS.bitmapForm),
    reference: numberOf(values, 'reference'),
    referenceBits: referenceBits === '16' ? 16 : 8,
    sourcePort: numberOf(values, 'source-port'),
  };
}

function makePicture(picture: Bitmap, values: Values): Made {
  const itemOrder = wordOf(values, 'item-order', WORDS.itemOrder);
  return pictureMessage(
    { bitmap: picture, text: textOf(values, 'text') },
    {
      ...messageOptions(values),
      unicode: values['unicode'] === true,
      itemOrder: itemOrder === 'text,bitmap' ? ['text', 'bitmap'] : ['bitmap', 'text'],
    },
  );
}

function networkOf(values: Values): NetworkCode {
  const mcc = textOf(values, 'mcc');
  const mnc = textOf(values, 'mnc');
  if (mcc === undefined || mnc === undefined) {
    throw new UsageError('an operator logo needs --network, or --mcc and --mnc');
  }
  return { mcc, mnc };
}
