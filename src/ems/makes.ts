import { requireText } from '../bytes/index.ts';
import type { EmsItem } from './items.ts';
import { SQUARES } from './tables.ts';

/** What the phones of a make took around 2002. */
export interface EmsMake {
  /** As gateways call it; `EMS` is any phone that has EMS. */
  readonly make: string;
  /** False: none of it, the phones have Nokia Smart Messaging instead. */
  readonly takesEms: boolean;
  /** `fixed`: pictures of 16x16 and 32x32 only. */
  readonly pictures: 'any' | 'fixed';
  /** Takes several objects as one. */
  readonly userPrompt: boolean;
  /** Where this stands. */
  readonly source: string;
}

const RELEASE_4 = { takesEms: true, pictures: 'any', userPrompt: true } as const;

/** What each make takes; nothing is known of single models, nor of the colours of release 5 on any of them. */
export const EMS_MAKES: readonly EmsMake[] = [
  { make: 'EMS', ...RELEASE_4, source: '3GPP TS 23.040 release 4' },
  { make: 'Alcatel', ...RELEASE_4, source: 'EMS guideline of the makers, February 2002' },
  { make: 'Motorola', ...RELEASE_4, source: 'EMS guideline of the makers, February 2002' },
  { make: 'Siemens', ...RELEASE_4, source: 'SiMoCo help (x45)' },
  { make: 'Sagem', ...RELEASE_4, source: '3GPP TS 23.040 release 4; nothing of the maker was found' },
  {
    make: 'Ericsson',
    ...RELEASE_4,
    pictures: 'fixed',
    source: 'Sony Ericsson white papers T630 and P800; gammu manual (user prompt)',
  },
  { make: 'Nokia', takesEms: false, pictures: 'fixed', userPrompt: false, source: 'Smart Messaging 3.0.0' },
];

/** The row of a make; of another one that of any phone with EMS. */
export function emsMake(make: string): EmsMake | undefined {
  requireText(make, 'the make of a phone', 'make');
  return EMS_MAKES.find(row => row.make.toLowerCase() === make.toLowerCase());
}

/** What is in an item that phones of the make do not take, in words; `undefined` for nothing. */
export function notTaken(item: EmsItem, make: EmsMake): string | undefined {
  if (item.type === 'break' || (item.type === 'text' && item.format === undefined)) return undefined;
  if (!make.takesEms) return `${item.type === 'text' ? 'formatted text' : item.type} in an EMS message`;
  if (item.type === 'userPrompt' && !make.userPrompt) return 'several objects as one';
  if (item.type === 'element') return `the element ${item.id}, which is not of release 4`;
  const format = item.type === 'text' ? item.format : item.type === 'format' ? item : undefined;
  if (format?.foreground !== undefined || format?.background !== undefined)
    return 'colours, which are of release 5';
  if (item.type !== 'picture' || make.pictures === 'any') return undefined;
  const [width, height] = [item.rows[0]?.length ?? 0, item.rows.length];
  const isFixed =
    SQUARES.picture.some(({ side }) => side === width && side === height) && item.form !== 'variable';
  return isFixed ? undefined : `a picture of ${width}x${height} in the form for any size`;
}
