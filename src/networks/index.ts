export { findCarrier, findNetwork, networkCodes, searchNetworks } from './find.ts';
export type { NetworkLimit, NetworkLimits } from './limits.ts';
export type { AccessPoint, Carrier, Network } from './network.ts';
export { networkSettings } from './settings.ts';
