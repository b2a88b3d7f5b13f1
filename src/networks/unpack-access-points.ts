import { numberColumn, textColumn } from '../text/index.ts';
import type { AccessPoint } from './network.ts';
import type { PackedAccessPoints } from './packed.ts';

/** The access points of each network, by its digits. */
export type AccessPointTable = ReadonlyMap<string, readonly AccessPoint[]>;

export function unpackAccessPoints(packed: PackedAccessPoints): AccessPointTable {
  const mmscs = textColumn(packed.mmscs);
  const proxies = packed.proxies.split('\n').map(proxyOf);
  const names = packed.carriers.split('\n');
  const apns = textColumn(packed.apns);
  const mmsc = numberColumn(packed.mmsc);
  const proxy = numberColumn(packed.proxy);
  const virtual = new Map(packed.virtual.split('\n').flatMap(virtualNetworksOf));
  const points = names.map((name, at): AccessPoint => {
    const via = proxies[proxy(at)];
    const only = virtual.get(at);
    return {
      name,
      apn: apns(at),
      mmsc: mmscs(mmsc(at)),
      ...(via === undefined ? {} : { proxy: via }),
      ...(only === undefined ? {} : { virtualNetwork: only }),
    };
  });
  let next = 0;
  return new Map(
    packed.networks.split('\n').map(line => {
      const [network = '', length = '1'] = line.split(' ');
      const start = next;
      next += Number(length);
      return [network, points.slice(start, next)];
    }),
  );
}

function proxyOf(text: string): AccessPoint['proxy'] {
  const [host = '', port] = text.split(':');
  if (host === '') return undefined;
  return port === undefined ? { host } : { host, port: Number(port) };
}

const MATCHES = ['gid', 'spn', 'imsi'] as const;

/** The virtual network of an access point, by its position; one line has one. */
function virtualNetworksOf(line: string): [number, AccessPoint['virtualNetwork']][] {
  const [at, kind, ...words] = line.split(' ');
  const value = words.join(' ');
  return MATCHES.filter(match => match === kind).map(match => [Number(at), { match, value }]);
}
