export { pduToJson } from './pdu-json.ts';
export { pushToJson } from './push-json.ts';
