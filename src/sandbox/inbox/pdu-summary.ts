import { toHex } from '../../bytes/index.ts';
import { hasEms } from '../../ems/index.ts';
import { unlessRefused } from '../../errors.ts';
import { smartKind, smartKindOf } from '../../smart/index.ts';
import { decodeUdh, WAP_PORTS } from '../../sms/index.ts';
import type { PduSubmission } from '../../submit/index.ts';

const NOTHING = new Uint8Array(0);
const EXCERPT = 20;

/** What one SMS is, as far as its header tells: for whom, which part, and its text or first octets. */
export function pduSummary({ userDataHeader = NOTHING, userData = NOTHING, text }: PduSubmission): string {
  // What is wrong with a header, the inspector says.
  const { part, port, isEms } = unlessRefused(() => readHeader(userDataHeader)) ?? {};
  const octets = isEms === true ? 'EMS' : toHex(userData.subarray(0, EXCERPT));
  const content = text ?? nameOfPort(port, userData) ?? octets;
  return part === undefined ? content : `${part}: ${content}`;
}

interface HeaderFacts {
  readonly part?: string | undefined;
  readonly port?: number | undefined;
  readonly isEms?: boolean;
}

function readHeader(header: Uint8Array): HeaderFacts {
  const { elements } = decodeUdh(header);
  const values = elements.map(({ value }) => Object(value));
  const { sequence, total } = values.find(value => 'sequence' in value) ?? {};
  const { destination } = values.find(value => 'destination' in value) ?? {};
  const part = sequence === undefined ? undefined : `part ${sequence} of ${total}`;
  return { part, port: destination, isEms: hasEms({ informationElements: elements }) };
}

function nameOfPort(port: number | undefined, data: Uint8Array): string | undefined {
  if (port === undefined) return undefined;
  if (port === WAP_PORTS.push.destination) return 'WAP push';
  if (port === WAP_PORTS.otaSettings.destination) return 'settings';
  const kind = smartKindOf(port, data);
  return kind === undefined
    ? `port ${port}: ${toHex(data.subarray(0, EXCERPT))}`
    : smartKind(kind).name.toLowerCase();
}
