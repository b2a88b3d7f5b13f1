import type { PackedAccessPoints } from '../../src/networks/packed.ts';
import { packNumbers } from '../../src/text/index.ts';
import { type Row, readTable } from '../facts/csv.ts';
import { dictionary } from '../facts/dictionary.ts';
import { byCodeUnits, groupBy } from '../facts/group.ts';
import { count, type Tally } from './tally.ts';

const COLUMNS = [
  'mcc',
  'mnc',
  'carrier',
  'mmsc',
  'mmsproxy',
  'mmsport',
  'apn',
  'mvno_type',
  'mvno_match_data',
] as const;

/** Where phones of a network hand in their messages. */
interface AccessPoint {
  readonly network: string;
  readonly carrier: string;
  readonly apn: string;
  readonly mmsc: string;
  /** With its port, empty without one. */
  readonly proxy: string;
  /** What must be so for this access point to hold: `spn giffgaff`; empty for all. */
  readonly virtual: string;
}

/** The access points of `data/mmsc.csv`, cleaned, in the order of the networks. */
export function readAccessPoints(tally: Tally): AccessPoint[] {
  const rows = readTable('mmsc.csv', COLUMNS)
    .map(row => clean(row, tally))
    .filter(row => row !== undefined);
  const distinct = [...groupBy(rows, row => JSON.stringify(row)).values()].map(group => {
    for (const _ of group.slice(1)) count(tally, 'access-point-twice');
    return group[0];
  });
  return distinct.filter(row => row !== undefined).sort((a, b) => byCodeUnits(a.network, b.network));
}

function clean(row: Row<(typeof COLUMNS)[number]>, tally: Tally): AccessPoint | undefined {
  const mmsc = cleanMmsc(row.mmsc, tally);
  if (mmsc === undefined) return undefined;
  return {
    network: row.mcc + row.mnc,
    carrier: row.carrier,
    apn: row.apn,
    mmsc,
    proxy: cleanProxy(row.mmsproxy, row.mmsport, tally),
    virtual: row.mvno_type === '' ? '' : `${row.mvno_type} ${row.mvno_match_data}`,
  };
}

function cleanMmsc(text: string, tally: Tally): string | undefined {
  const bare = text.replaceAll(/\s/g, '');
  if (bare !== text) count(tally, 'mmsc-blank');
  const address = /^https?:\/\//.test(bare) ? bare : `http://${bare.replace(/^https?:\/*/, '')}`;
  if (address !== bare) count(tally, 'mmsc-scheme');
  if (!/:\/\/[^/:]+/.test(address)) {
    count(tally, 'mmsc-empty');
    return undefined;
  }
  return decimalMmsc(address, tally);
}

function decimalMmsc(address: string, tally: Tally): string {
  const withPort = address.replace(/(\/\/\d+(?:\.\d+){3})\.(?=\d)/, '$1:');
  if (withPort !== address) count(tally, 'mmsc-port');
  const plain = withPort.replace(/(?<=\/\/)\d+(?:\.\d+){3}/, decimal);
  if (plain !== withPort) count(tally, 'mmsc-zeros');
  return plain;
}

/** Four numbers without zeros in front, which some readers take for octal. */
function decimal(host: string): string {
  return host.split('.').map(Number).join('.');
}

function cleanProxy(host: string, port: string, tally: Tally): string {
  if (host === '') {
    if (port !== '') count(tally, 'port-without-proxy');
    return '';
  }
  if (/^\d+$/.test(host)) {
    count(tally, 'proxy-junk');
    return '';
  }
  const plain = /^\d+(?:\.\d+){3}$/.test(host) ? decimal(host) : host;
  if (plain !== host) count(tally, 'proxy-zeros');
  return port === '' ? plain : `${plain}:${port}`;
}

export function packAccessPoints(points: readonly AccessPoint[]): PackedAccessPoints {
  const mmscs = dictionary(points.map(({ mmsc }) => mmsc));
  const proxies = dictionary(points.map(({ proxy }) => proxy));
  const groups = [...groupBy(points, ({ network }) => network)];
  return {
    networks: groups
      .map(([network, { length }]) => (length === 1 ? network : `${network} ${length}`))
      .join('\n'),
    mmscs: mmscs.values.join('\n'),
    proxies: proxies.values.join('\n'),
    carriers: points.map(({ carrier }) => carrier).join('\n'),
    apns: points.map(({ apn }) => apn).join('\n'),
    mmsc: packNumbers(points.map(({ mmsc }) => mmscs.at(mmsc))),
    proxy: packNumbers(points.map(({ proxy }) => proxies.at(proxy))),
    virtual: points.flatMap(({ virtual }, at) => (virtual === '' ? [] : [`${at} ${virtual}`])).join('\n'),
  };
}
