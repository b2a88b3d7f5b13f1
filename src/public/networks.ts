export {
  type AccessPoint,
  type Carrier,
  findCarrier,
  findNetwork,
  type Network,
  type NetworkLimit,
  type NetworkLimits,
  networkCodes,
  searchNetworks,
} from '../networks/index.ts';
