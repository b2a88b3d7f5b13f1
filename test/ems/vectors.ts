import { readFileSync } from 'node:fs';
import type { EmsItem } from '../../src/ems/index.ts';

/** A message of the vectors: its items, perhaps divided as the parts are. */
export interface EmsVector {
  readonly name: string;
  readonly input: {
    readonly items?: readonly EmsItem[];
    readonly parts?: readonly (readonly EmsItem[])[];
    readonly dcs?: number;
    readonly reference?: number;
    readonly referenceBits?: 8 | 16;
  };
  readonly parts: readonly {
    readonly udh: string;
    readonly userData: string;
    readonly udl: number;
    readonly tpdu: string;
  }[];
}

const file = new URL('../vectors/ems/ems.json', import.meta.url);

/** Made by gammu and gnokii, read by tshark; `source` in the file says which. */
export const EMS_VECTORS: readonly EmsVector[] = JSON.parse(readFileSync(file, 'utf8')).vectors;

/** The items of a vector, divided where it divides them. */
export function itemsOf({ input }: EmsVector): readonly EmsItem[] {
  return input.items ?? joined(input.parts ?? []);
}

/** Items of several parts with a break between. */
export function joined(parts: readonly (readonly EmsItem[])[]): EmsItem[] {
  return parts.flatMap((items, index) => (index === 0 ? items : [{ type: 'break' } as const, ...items]));
}
