import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inspect } from '../../src/inspect/index.ts';
import { encodePdu } from '../../src/mms/index.ts';
import { nodesOf } from '../inspect/tiling.ts';
import { anyPdu } from '../mms/arbitraries.ts';
import { BEYOND_TSHARK, DLT_OPTIONS, dump, withinTshark } from '../mms/tshark.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { runs, SEED } from '../support/property.ts';
import { tally } from '../support/tally.ts';

/** A field of tshark with its place in the PDU. */
interface Place {
  readonly name: string;
  readonly offset: number;
  readonly length: number;
}

/** Header fields, parameters and headers of parts. */
const COMPARED = /^(?:mmse|wsp\.parameter|wsp\.header\.(?:content|last))/;

const placeOf = ({ offset, length }: Pick<Place, 'offset' | 'length'>): string => `${offset}+${length}`;

/** The fields that tshark shows under each PDU. */
function placesByTshark(pdus: readonly Uint8Array[]): Place[][] {
  const folder = mkdtempSync(join(tmpdir(), 'tshark-'));
  try {
    writeFileSync(join(folder, 'pdus.txt'), pdus.map(dump).join('\n'));
    const capture = join(folder, 'p.pcap');
    execFileSync('text2pcap', ['-q', '-l', '147', join(folder, 'pdus.txt'), capture], { stdio: 'ignore' });
    const pdml = execFileSync('tshark', ['-r', capture, ...DLT_OPTIONS, '-T', 'pdml'], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return pdml
      .split('<packet>')
      .slice(1)
      .map(packet => packet.slice(packet.indexOf('<proto name="mmse"')))
      .map(placesIn);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function placesIn(pdu: string): Place[] {
  const tags = [...pdu.matchAll(/<(?:proto|field) name="([^"]*)"[^>]* size="(\d+)" pos="(\d+)"/g)];
  const base = Number(tags[0]?.[3]);
  return tags
    .slice(1)
    .map(([, name = '', size, pos]) => ({ name, offset: Number(pos) - base, length: Number(size) }));
}

describeWithOracle(['tshark', 'text2pcap'], 'tshark', () => {
  const pdus = fc
    .sample(anyPdu, { numRuns: runs(400), seed: SEED })
    .filter(pdu => !BEYOND_TSHARK.has(pdu.messageType))
    .map(pdu => encodePdu(withinTshark(pdu)))
    .filter(bytes => bytes.length < 60_000)
    .slice(0, runs(200));

  it(`has the fields of ${pdus.length} PDUs in the same places`, context => {
    let compared = 0;
    const elsewhere: string[] = [];
    for (const [index, places] of placesByTshark(pdus).entries()) {
      const ours = new Set(nodesOf(inspect(pdus[index] ?? new Uint8Array())).map(placeOf));
      for (const place of places.filter(({ name }) => COMPARED.test(name))) {
        compared++;
        if (!ours.has(placeOf(place))) elsewhere.push(`PDU ${index}: ${place.name} ${placeOf(place)}`);
      }
    }
    expect(elsewhere).toEqual([]);
    expect(pdus.length).toBe(runs(200));
    expect(compared).toBeGreaterThan(runs(3000));
    tally(context, { subject: 'places of inspected fields', oracle: 'tshark', cases: compared });
  });
});
