export {
  type Delivery,
  FAULT_KINDS,
  type Fault,
  type FaultKind,
  type GatewayOptions,
  type LibraryFile,
  REFUSED_FORM,
  type ReceivedMessage,
  type Sandbox,
  type SandboxOptions,
  startSandbox,
} from '../sandbox/index.ts';
