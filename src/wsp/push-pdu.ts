import {
  ByteReader,
  ByteWriter,
  Carried,
  type ReaderOptions,
  requireObject,
  requireOctets,
} from '../bytes/index.ts';
import { isMmsError, MmsError } from '../errors.ts';
import { type Issue, WSP_ISSUES } from '../issues/index.ts';
import { shown } from '../schema/index.ts';
import { applicationCode, applicationName } from './application-ids.ts';
import { type ContentType, type ContentTypeInput, contentTypeValue } from './content-type.ts';
import { uintvar } from './integers.ts';
import { decodePartHeaders, encodePartHeaders, type PartHeader } from './part-headers.ts';

/** Numbers of the PDU types (WAP-230 table 34). */
const PDU_TYPES = { push: 0x06, 'confirmed-push': 0x07 } as const;

/** The fields of a Push PDU in the specification (WAP-230 8.2.1, 8.2.4.1). */
const LABELS = {
  transactionId: { name: 'TID', clause: 'WAP-230 8.2.1' },
  pduType: { name: 'Type', clause: 'WAP-230 8.2.1' },
  headersLength: { name: 'HeadersLen', clause: 'WAP-230 8.2.4.1' },
  contentType: { name: 'ContentType', clause: 'WAP-230 8.2.4.1' },
  headers: { name: 'Headers', clause: 'WAP-230 8.2.4.1' },
  body: { name: 'Data', clause: 'WAP-230 8.2.4.1' },
} as const;

const APPLICATION_ID = 'X-Wap-Application-Id';
/** Our choice; any octet will do. */
const DEFAULT_TRANSACTION_ID = 1;

/** A connectionless WSP Push PDU (WAP-230 8.2.4.1, WAP-251). */
export interface PushPdu {
  /** TID, 0-255. Default 1. */
  readonly transactionId?: number | undefined;
  /** Default `push`. A confirmed push belongs into a session; one that was read is written back as it came. */
  readonly pduType?: keyof typeof PDU_TYPES | undefined;
  /** Media type, alone or with parameters. */
  readonly contentType: string | ContentTypeInput;
  /** A name such as `x-wap-application:mms.ua`, or a number. */
  readonly applicationId?: string | number | undefined;
  readonly contentId?: string | undefined;
  readonly contentLocation?: string | undefined;
  /** The other headers, written after the application id. */
  readonly headers?: readonly PartHeader[] | undefined;
  readonly body: Uint8Array;
  /** Of a PDU that was read, which is then written as it was. */
  readonly warnings?: readonly Issue[] | undefined;
}

/** A Push PDU as read. */
export interface DecodedPush extends PushPdu {
  readonly transactionId: number;
  readonly pduType: keyof typeof PDU_TYPES;
  readonly contentType: ContentType;
  readonly headers: readonly PartHeader[];
  readonly warnings: readonly Issue[];
}

/**
 * A connectionless Push PDU.
 * @throws MmsError `push/value`, or a code that begins with `wsp/`
 * @example encodePush({ contentType: 'application/vnd.wap.sic', body: encodeServiceIndication(indication) })
 */
export function encodePush(push: PushPdu): Uint8Array {
  const {
    transactionId = DEFAULT_TRANSACTION_ID,
    pduType = 'push',
    contentType,
    body,
    warnings,
  } = requireObject(push, 'a push such as { contentType, body }', 'push');
  if (!Number.isInteger(transactionId) || transactionId < 0 || transactionId > 0xff) {
    throw new MmsError(
      'push/value',
      `expected a transaction id 0-255, found ${typeof transactionId === 'number' ? transactionId : typeof transactionId}`,
      {
        path: 'transactionId',
      },
    );
  }
  if (!Object.hasOwn(PDU_TYPES, pduType)) {
    throw new MmsError('push/value', `expected push or confirmed-push, found ${shown(pduType)}`, {
      path: 'pduType',
    });
  }
  const carried = warnings === undefined ? undefined : new Carried(warnings, areaOf);
  const writer = new ByteWriter(undefined, carried, false, false, WSP_ISSUES);
  try {
    writer.octet(transactionId);
    writer.octet(PDU_TYPES[pduType]);
    writer.fork();
    writer.enter('contentType');
    contentTypeValue.encode(writer, typeof contentType === 'string' ? { type: contentType } : contentType);
    writer.leave();
    encodePartHeaders(writer, headersOf(push));
    writer.join((w, length) => uintvar.encode(w, length));
    writer.octets(requireOctets(body, 'body'));
  } catch (error) {
    throw isMmsError(error) ? writer.located(error) : error;
  }
  return writer.toBytes();
}

/** A header is read as one of `headers`, and written by its own name. */
function areaOf(path: string): 'contentType' | 'headers' {
  return path.startsWith('contentType') ? 'contentType' : 'headers';
}

function headersOf({ applicationId, contentId, contentLocation, headers = [] }: PushPdu) {
  const value =
    typeof applicationId === 'string' ? (applicationCode(applicationId) ?? applicationId) : applicationId;
  return {
    ...(contentId === undefined ? {} : { contentId }),
    ...(contentLocation === undefined ? {} : { contentLocation }),
    headers: value === undefined ? headers : [{ name: APPLICATION_ID, value }, ...headers],
  };
}

/**
 * Reads a connectionless Push PDU; `body` is a view of the input.
 * @throws MmsError `bytes/truncated`, `push/pdu-type`, or a code that begins with `wsp/`
 */
export function decodePush(bytes: Uint8Array, options: ReaderOptions = {}): DecodedPush {
  const reader = new ByteReader(bytes, options, WSP_ISSUES);
  reader.enter('transactionId', LABELS.transactionId);
  const transactionId = reader.octet();
  reader.leave(transactionId);
  const pduType = readPduType(reader);
  reader.enter('headersLength', LABELS.headersLength);
  const headersLength = uintvar.decode(reader);
  reader.leave(headersLength);
  const outerEnd = reader.narrow(headersLength);
  reader.enter('contentType', LABELS.contentType);
  const contentType = contentTypeValue.decode(reader);
  reader.leave(contentType);
  reader.enter('headers', LABELS.headers);
  const headers = readHeaders(reader);
  reader.leave();
  reader.widen(outerEnd);
  reader.enter('body', LABELS.body);
  const body = reader.view(reader.left);
  reader.leave(body);
  return { transactionId, pduType, contentType, ...headers, body, warnings: reader.warnings };
}

function readPduType(reader: ByteReader): keyof typeof PDU_TYPES {
  reader.enter('pduType', LABELS.pduType);
  const octet = reader.octet();
  const pduType =
    octet === PDU_TYPES.push ? 'push' : octet === PDU_TYPES['confirmed-push'] ? 'confirmed-push' : undefined;
  if (pduType === undefined) {
    const found = octet.toString(16).padStart(2, '0');
    throw reader.error('push/pdu-type', `expected a Push PDU (06), found ${found}`, reader.offset - 1);
  }
  reader.leave(pduType);
  return pduType;
}

function readHeaders(
  reader: ByteReader,
): Pick<DecodedPush, 'applicationId' | 'contentId' | 'contentLocation' | 'headers'> {
  const { headers, ...named } = decodePartHeaders(reader);
  const isApplicationId = (header: PartHeader): boolean =>
    'name' in header && header.name.toLowerCase() === APPLICATION_ID.toLowerCase();
  const header = headers.find(isApplicationId);
  const value = header !== undefined && 'name' in header ? header.value : undefined;
  if (typeof value !== 'string' && typeof value !== 'number') return { ...named, headers };
  const applicationId = typeof value === 'number' ? (applicationName(value) ?? value) : value;
  return { ...named, applicationId, headers: headers.filter(other => other !== header) };
}
