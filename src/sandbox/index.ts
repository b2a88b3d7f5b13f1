export type { Delivery, LibraryFile } from './deliver.ts';
export { FAULT_KINDS, type Fault, type FaultKind } from './fault.ts';
export type { GatewayOptions } from './gateway.ts';
export type { ReceivedMessage } from './received-message.ts';
export { REFUSED_FORM } from './reports.ts';
export { type Sandbox, type SandboxOptions, startSandbox } from './sandbox.ts';
