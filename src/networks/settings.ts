import { MmsError } from '../errors.ts';
import type { ProvisioningSettings } from '../provisioning/index.ts';
import type { AccessPoint, Network } from './network.ts';

/** Port of an HTTP proxy whose own is not known. */
const DEFAULT_PROXY_PORT = 8080;

/**
 * The MMS settings of a network, as client provisioning takes them: those of its own subscribers, or of a virtual network
 * if it has none for them.
 * @param apn - which of several access points
 * @throws MmsError `networks/no-access-point`
 * @example encodeProvisioning(settingsDocument(networkSettings(findNetwork('234-10'))))
 */
export function networkSettings(network: Network, apn?: string): ProvisioningSettings {
  const points = network.accessPoints.filter(point => apn === undefined || point.apn === apn);
  const point = points.find(({ virtualNetwork }) => virtualNetwork === undefined) ?? points[0];
  if (point === undefined) {
    const known = network.accessPoints.map(other => other.apn).join(', ');
    throw new MmsError(
      'networks/no-access-point',
      `no MMS settings are known of the network ${network.code}${apn === undefined ? '' : ` and ${apn}`}`,
      { path: 'network', hint: known === '' ? undefined : `known access points: ${known}` },
    );
  }
  return settingsOf(point);
}

function settingsOf({ name, apn, mmsc, proxy }: AccessPoint): ProvisioningSettings {
  return {
    name,
    accessPoint: { apn },
    ...(proxy === undefined
      ? {}
      : { proxy: { address: proxy.host, port: proxy.port ?? DEFAULT_PROXY_PORT } }),
    mmsc,
  };
}
