import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { measure, printMeasured } from './measure.ts';

const DIST = resolve(import.meta.dirname, '../dist');

function compressed(file: string): number {
  return gzipSync(readFileSync(resolve(DIST, file)), { level: 9 }).length;
}

function milliseconds(run: () => unknown): string {
  const start = performance.now();
  run();
  return (performance.now() - start).toFixed(1);
}

/** Size and opening of the tables of phones and networks, and the time of a look-up. */
export async function benchHandsets(): Promise<void> {
  const { findHandset } = await import('../dist/public/handsets.js');
  const { findNetwork } = await import('../dist/public/networks.js');
  const networks = compressed('networks/carriers-table.js') + compressed('networks/access-points-table.js');
  console.log('\ntables');
  console.log(
    `  phones    ${compressed('handsets/table.js')} octets compressed, opened in ${milliseconds(() => findHandset('nokia 6230'))} ms`,
  );
  console.log(
    `  networks  ${networks} octets compressed, opened in ${milliseconds(() => findNetwork('234-10'))} ms`,
  );
  const lookups = {
    'a name': () => findHandset('nokia 6230'),
    'a model alone': () => findHandset('GT-I9000'),
    'a part of a name': () => findHandset('samsung i9000'),
    'a User-Agent': () => findHandset('SonyEricssonK750i/R1AA Browser/SEMC-Browser/4.2 Profile/MIDP-2.0'),
    'an address': () => findHandset('http://nds1.nds.nokia.com/uaprof/N6230r200.xml'),
    'make and model': () => findHandset({ make: 'Nokia', model: 'Nokia6230' }),
    'a network': () => findNetwork('204-04'),
  };
  printMeasured('look-up', measure(lookups, 50), 'a name');
}
