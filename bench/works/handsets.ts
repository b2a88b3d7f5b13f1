import type { Build } from '../build.ts';
import type { Work } from '../work.ts';

/** Look-ups in the tables of phones and networks; the first of each opens the table. */
export async function handsetWorks(build: Build): Promise<readonly Work[]> {
  const { findHandset } = await build.room('handsets');
  const { findNetwork } = await build.room('networks');
  const agent = 'SonyEricssonK750i/R1AA Browser/SEMC-Browser/4.2 Profile/MIDP-2.0';
  const profile = 'http://nds1.nds.nokia.com/uaprof/N6230r200.xml';
  return [
    { name: 'findHandset, a name', run: () => findHandset('nokia 6230') },
    { name: 'findHandset, a model alone', run: () => findHandset('GT-I9000') },
    { name: 'findHandset, a part of a name', run: () => findHandset('samsung i9000') },
    { name: 'findHandset, a User-Agent', run: () => findHandset(agent) },
    { name: 'findHandset, an address', run: () => findHandset(profile) },
    { name: 'findHandset, make and model', run: () => findHandset({ make: 'Nokia', model: 'Nokia6230' }) },
    { name: 'findNetwork', run: () => findNetwork('204-04') },
  ];
}
