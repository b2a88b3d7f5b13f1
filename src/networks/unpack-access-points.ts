import { unpackNumbers } from '../text/index.ts';
import type { AccessPoint } from './network.ts';
import type { PackedAccessPoints } from './packed.ts';

/** The access points of each network, by its digits. */
export type AccessPointTable = ReadonlyMap<string, readonly AccessPoint[]>;

export function unpackAccessPoints(packed: PackedAccessPoints): AccessPointTable {
  const mmscs = packed.mmscs.split('\n');
  const proxies = packed.proxies.split('\n').map(proxyOf);
  const names = packed.carriers.split('\n');
  const apns = packed.apns.split('\n');
  const mmsc = unpackNumbers(packed.mmsc);
  const proxy = unpackNumbers(packed.proxy);
  const virtual = new Map(packed.virtual.split('\n').map(virtualNetworkOf));
  const points = names.map((name, at): AccessPoint => {
    const via = proxies[proxy[at] ?? 0];
    const only = virtual.get(at);
    return {
      name,
      apn: apns[at] ?? '',
      mmsc: mmscs[mmsc[at] ?? 0] ?? '',
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

function virtualNetworkOf(line: string): [number, AccessPoint['virtualNetwork']] {
  const [, at, match = '', value = ''] = /^(\d+) (\w+) (.*)$/.exec(line) ?? [];
  return [Number(at), isMatch(match) ? { match, value } : undefined];
}

function isMatch(text: string): text is 'gid' | 'spn' | 'imsi' {
  return text === 'gid' || text === 'spn' || text === 'imsi';
}
