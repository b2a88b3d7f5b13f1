import { ByteReader, type ReaderOptions, shiftedTrace } from '../bytes/index.ts';
import { isMmsError } from '../errors.ts';
import { SMS_ISSUES } from '../issues/index.ts';
import { smartKindOf } from '../smart/index.ts';
import {
  type DecodedPart,
  decodeDeliver,
  decodeSubmit,
  decodeUdh,
  messageTypeOf,
  readServiceCentre,
  serviceCentreLength,
  WAP_PORTS,
} from '../sms/index.ts';
import type { Content, Form } from './form.ts';
import { SMART_FORMS } from './smart-forms.ts';
import { pushForm } from './wap-forms.ts';

/** Ports of WSP pushes. */
const WAP_PUSH_PORTS: readonly number[] = Object.values(WAP_PORTS).map(({ destination }) => destination);
/** Digits of an address (3GPP TS 23.040 9.1.2.5). */
const MAX_DIGITS = 20;

type TpduType = 'sms-submit' | 'sms-deliver';

const DECODERS = { 'sms-submit': decodeSubmit, 'sms-deliver': decodeDeliver } as const;

function tpduForm(as: TpduType, name: string, clause: string): Form {
  return {
    as,
    name,
    clause,
    looksLike: bytes => isTpdu(bytes, as) || isTpdu(bytes.subarray(serviceCentreLength(bytes)), as),
    read: (bytes, options) => ({ content: contentOf(decodeTpdu(bytes, as, options)) }),
  };
}

export const submitForm = tpduForm('sms-submit', 'SMS-SUBMIT', '23.040 9.2.2.2');
export const deliverForm = tpduForm('sms-deliver', 'SMS-DELIVER', '23.040 9.2.2.1');

export const udhForm: Form = {
  as: 'udh',
  name: 'User data header',
  clause: '23.040 9.2.3.24',
  looksLike: ([length = 0, id = 0xff, elementLength = 0xff]) => elementLength + 2 <= length && id < 0x26,
  read(bytes, options) {
    decodeUdh(bytes, options);
    return {};
  },
};

/** True for octets that begin as a TPDU of this type with an address. */
function isTpdu(bytes: Uint8Array, type: TpduType): boolean {
  if (messageTypeOf(bytes[0] ?? 0xff) !== type) return false;
  const [digits = 0xff, typeOfAddress = 0] = bytes.subarray(type === 'sms-submit' ? 2 : 1);
  return digits <= MAX_DIGITS && typeOfAddress >= 0x80;
}

/** Decodes a TPDU with or without the address of a service centre in front. */
function decodeTpdu(bytes: Uint8Array, type: TpduType, options: ReaderOptions): DecodedPart {
  const start = tpduStart(bytes, type);
  if (start === 0) return DECODERS[type](bytes, options);
  const { trace } = options;
  const reader = new ByteReader(bytes, options, SMS_ISSUES);
  reader.enter('serviceCentre', { name: 'Service centre', clause: '27.005 3.1' });
  reader.leave(readServiceCentre(reader));
  const shifted = trace === undefined ? undefined : shiftedTrace(trace, start);
  return DECODERS[type](bytes.subarray(start), { ...options, trace: shifted });
}

/** The TPDU alone. */
export function withoutServiceCentre(bytes: Uint8Array): Uint8Array {
  const type = submitForm.looksLike(bytes) ? 'sms-submit' : 'sms-deliver';
  return bytes.subarray(tpduStart(bytes, type));
}

/** Where the TPDU begins: behind a service centre where it is whole there, or only there looks like one. */
function tpduStart(bytes: Uint8Array, type: TpduType): number {
  const start = serviceCentreLength(bytes);
  if (start === 0 || !isTpdu(bytes.subarray(start), type)) return 0;
  return isTpdu(bytes, type) && !isWhole(bytes.subarray(start), type) ? 0 : start;
}

function isWhole(bytes: Uint8Array, type: TpduType): boolean {
  try {
    DECODERS[type](bytes, { strict: true });
    return true;
  } catch (error) {
    if (isMmsError(error)) return false;
    throw error;
  }
}

/** What is in the data of a message, unless it is one of several parts. */
function contentOf({ data, ports, concatenation }: DecodedPart): Content | undefined {
  if (data === undefined || (concatenation !== undefined && concatenation.total > 1)) return undefined;
  const form = formOfPort(ports?.destination, data);
  return form === undefined ? undefined : { path: 'userData.data', form };
}

/** The form of the octets that come to a port. */
export function formOfPort(port: number | undefined, data: Uint8Array): Form | undefined {
  if (port === undefined) return undefined;
  if (WAP_PUSH_PORTS.includes(port)) return pushForm;
  const kind = smartKindOf(port, data);
  return kind === undefined || kind === 'vcard' || kind === 'vcalendar' ? undefined : SMART_FORMS[kind];
}
