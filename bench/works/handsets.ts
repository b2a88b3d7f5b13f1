import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Build } from '../build.ts';
import type { Work } from '../work.ts';

/** The first look-up of a process, which opens a table, in microseconds of that process. */
function opening({ folder }: Build, entry: string, tables: readonly string[], call: string): Work {
  const sizes = tables.map(file => gzipSync(readFileSync(join(folder, 'dist', file)), { level: 9 }).length);
  const url = pathToFileURL(join(folder, `dist/public/${entry}.js`)).href;
  const program = `const room = await import(${JSON.stringify(url)}); const start = performance.now(); room.${call};
    console.log((performance.now() - start) * 1000)`;
  return {
    name: `${entry} opened, ${sizes.reduce((sum, size) => sum + size, 0)} octets gzipped`,
    returnsUs: true,
    run: () =>
      Number(
        spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }).stdout,
      ),
  };
}

/** Look-ups in the tables of phones and networks; the first of each opens the table. */
export async function handsetWorks(build: Build): Promise<readonly Work[]> {
  const { findHandset } = await build.room('handsets');
  const { findNetwork } = await build.room('networks');
  const agent = 'SonyEricssonK750i/R1AA Browser/SEMC-Browser/4.2 Profile/MIDP-2.0';
  const profile = 'http://nds1.nds.nokia.com/uaprof/N6230r200.xml';
  return [
    opening(build, 'handsets', ['handsets/table.js'], "findHandset('nokia 6230')"),
    opening(
      build,
      'networks',
      ['networks/carriers-table.js', 'networks/access-points-table.js'],
      "findNetwork('234-10')",
    ),
    { name: 'findHandset, a name', run: () => findHandset('nokia 6230') },
    { name: 'findHandset, a model alone', run: () => findHandset('GT-I9000') },
    { name: 'findHandset, a part of a name', run: () => findHandset('samsung i9000') },
    { name: 'findHandset, a User-Agent', run: () => findHandset(agent) },
    { name: 'findHandset, an address', run: () => findHandset(profile) },
    { name: 'findHandset, make and model', run: () => findHandset({ make: 'Nokia', model: 'Nokia6230' }) },
    { name: 'findNetwork', run: () => findNetwork('204-04') },
  ];
}
