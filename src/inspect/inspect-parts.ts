import { joinOctets } from '../bytes/index.ts';
import { isMmsError, type MmsError } from '../errors.ts';
import { type DecodedSms, decodeSms } from '../sms/index.ts';
import { hasError } from './has-error.ts';
import { errorIssue, inspectAs } from './inspect-as.ts';
import type { InspectionNode } from './node.ts';
import { deliverForm, formOfPort, submitForm, withoutServiceCentre } from './sms-forms.ts';

/** True when each of the pieces begins as a TPDU. */
export function areTpdus(pieces: readonly Uint8Array[]): boolean {
  return pieces.every(piece => submitForm.looksLike(piece) || deliverForm.looksLike(piece));
}

/** The tree of several TPDUs, and what they say together. */
export function inspectTpdus(pieces: readonly Uint8Array[]): InspectionNode {
  const whole = joinOctets(pieces);
  let offset = 0;
  const children = pieces.map(piece => {
    const form = submitForm.looksLike(piece) ? submitForm : deliverForm;
    const start = offset;
    offset += piece.length;
    return inspectAs(form, whole.subarray(start, offset), start);
  });
  const node = { name: 'Short messages', offset: 0, length: whole.length, raw: whole, children };
  const message = decodeTogether(pieces);
  return isMmsError(message) ? { ...node, ...reasonOf(message, children) } : { ...node, ...saying(message) };
}

function decodeTogether(pieces: readonly Uint8Array[]): DecodedSms | MmsError {
  try {
    return decodeSms(pieces.map(withoutServiceCentre));
  } catch (error) {
    if (isMmsError(error)) return error;
    throw error;
  }
}

/** Why there is no message of all parts, unless a part tells that already. */
function reasonOf(error: MmsError, parts: readonly InspectionNode[]): Partial<InspectionNode> {
  return parts.some(hasError) ? {} : { warnings: [{ ...errorIssue(error), severity: 'warning' }] };
}

function saying({ text, data, ports, warnings }: DecodedSms): Partial<InspectionNode> {
  const own = warnings.filter(({ path }) => path === undefined);
  return {
    name: 'Short message',
    ...(own.length === 0 ? {} : { warnings: own }),
    ...(text === undefined ? {} : { value: text }),
    ...(data === undefined ? {} : { joined: joinedOf(data, ports?.destination) }),
  };
}

function joinedOf(data: Uint8Array, port: number | undefined): InspectionNode {
  const form = formOfPort(port, data);
  if (form !== undefined) return inspectAs(form, data);
  return { name: 'Data', offset: 0, length: data.length, raw: data, value: data };
}
