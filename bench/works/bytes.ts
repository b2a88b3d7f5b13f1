import type { Build } from '../build.ts';
import type { Work } from '../work.ts';
import { octets } from './messages.ts';

const BYTES = 30_000;

/** Hexadecimal texts against those of Node. */
export async function bytesWorks(build: Build): Promise<readonly Work[]> {
  const { fromHex, toHex } = await build.room('bytes');
  const data = octets(BYTES);
  const hex = toHex(data);
  const buffer = Buffer.from(data);
  return [
    {
      name: 'toHex of 30 kB',
      run: () => toHex(data),
      peer: { name: 'Buffer', run: () => buffer.toString('hex') },
    },
    {
      name: 'fromHex of 30 kB',
      run: () => fromHex(hex),
      peer: { name: 'Buffer', run: () => Buffer.from(hex, 'hex') },
    },
  ];
}
