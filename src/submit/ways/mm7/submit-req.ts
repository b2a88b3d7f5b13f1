import { formatXml, type XmlElement, xmlElement } from '../../../xml/index.ts';
import { checkSubmitReq } from '../shapes.ts';
import { type Mm7Schema, mm7Namespace, mm7Version } from './versions.ts';

/** What a VASP may say of a message (3GPP TS 23.140, MM7_submit.REQ). */
export interface Mm7Fields {
  readonly vaspId?: string | undefined;
  readonly vasId?: string | undefined;
  /** `+44…` and digits as a number, six digits or fewer as a short code, with an `@` as an address of mail. */
  readonly senderAddress?: string | undefined;
  /** Billing. */
  readonly serviceCode?: string | undefined;
  /** The message that this one answers. */
  readonly linkedId?: string | undefined;
  readonly messageClass?: 'Personal' | 'Informational' | 'Advertisement' | 'Auto' | undefined;
  readonly timeStamp?: Date | undefined;
  readonly replyCharging?:
    | { readonly maxBytes?: number | undefined; readonly deadline?: Date | undefined }
    | undefined;
  /** A moment, or a duration such as `PT2H`. */
  readonly earliestDeliveryTime?: Date | string | undefined;
  /** A moment, or a duration such as `P3D`. */
  readonly expiryDate?: Date | string | undefined;
  readonly deliveryReport?: boolean | undefined;
  readonly readReply?: boolean | undefined;
  readonly priority?: 'Low' | 'Normal' | 'High' | undefined;
  readonly chargedParty?: 'Sender' | 'Recipient' | 'Both' | 'Neither' | 'ThirdParty' | undefined;
  readonly chargedPartyId?: string | undefined;
  /** False: not to be passed on. */
  readonly distributionIndicator?: boolean | undefined;
  /** Whether the MMSC may adapt the content. */
  readonly allowAdaptations?: boolean | undefined;
}

/** A recipient of a kind. */
export interface Mm7Recipients {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
}

/** A submission as its envelope says it. */
export interface SubmitReq {
  readonly transactionId: string;
  readonly schema: Mm7Schema;
  /** In place of the version that goes with the schema. */
  readonly version?: string | undefined;
  readonly fields: Mm7Fields;
  readonly recipients: Mm7Recipients;
  readonly subject?: string | undefined;
  /** Content-ID of the message part, without its brackets. */
  readonly contentId: string;
}

type Child = XmlElement | undefined;

/** Whole seconds: not every MMSC reads fractions. */
function moment(date: Date): string {
  return date.toISOString().replace(/\.\d{3}/, '');
}

function element(name: string, content: string | boolean | Date | undefined): Child {
  if (content === undefined) return undefined;
  return xmlElement(name, {}, [content instanceof Date ? moment(content) : String(content)]);
}

function group(name: string, children: readonly Child[]): Child {
  const present = children.filter(child => child !== undefined);
  return present.length === 0 ? undefined : xmlElement(name, {}, present);
}

/** Digits beyond those of a short code are a number (as Mbuni has it). */
const SHORT_CODE = /^[0-9]{1,6}$/;

function addressElement(address: string): Child {
  if (address.includes('@')) return element('RFC2822Address', address);
  return element(SHORT_CODE.test(address) ? 'ShortCode' : 'Number', address);
}

/** Before 5.1.0 the address of the sender stands bare; no schema of ours is so old. */
function senderOf({ vaspId, vasId, senderAddress }: Mm7Fields): Child {
  return group('SenderIdentification', [
    element('VASPID', vaspId),
    element('VASID', vasId),
    group('SenderAddress', [senderAddress === undefined ? undefined : addressElement(senderAddress)]),
  ]);
}

function recipientsOf({ to, cc, bcc }: Mm7Recipients): Child {
  return group('Recipients', [
    group('To', to.map(addressElement)),
    group('Cc', cc.map(addressElement)),
    group('Bcc', bcc.map(addressElement)),
  ]);
}

function replyChargingOf({ replyCharging }: Mm7Fields): Child {
  if (replyCharging === undefined) return undefined;
  const { maxBytes, deadline } = replyCharging;
  return xmlElement('ReplyCharging', {
    replyChargingSize: maxBytes === undefined ? undefined : String(maxBytes),
    replyDeadline: deadline === undefined ? undefined : moment(deadline),
  });
}

/** The elements in the order of the schema: real MMSCs read them in no other. */
function submitElements({
  schema,
  version,
  fields,
  recipients,
  subject,
  contentId,
}: SubmitReq): readonly Child[] {
  const { allowAdaptations } = fields;
  return [
    element('MM7Version', version ?? mm7Version(schema)),
    senderOf(fields),
    recipientsOf(recipients),
    element('ServiceCode', fields.serviceCode),
    element('LinkedID', fields.linkedId),
    element('MessageClass', fields.messageClass),
    element('TimeStamp', fields.timeStamp),
    replyChargingOf(fields),
    element('EarliestDeliveryTime', fields.earliestDeliveryTime),
    element('ExpiryDate', fields.expiryDate),
    element('DeliveryReport', fields.deliveryReport),
    element('ReadReply', fields.readReply),
    element('Priority', fields.priority),
    element('Subject', subject),
    element('ChargedParty', fields.chargedParty),
    element('ChargedPartyID', fields.chargedPartyId),
    element('DistributionIndicator', fields.distributionIndicator),
    xmlElement('Content', {
      href: `cid:${contentId}`,
      allowAdaptations: allowAdaptations === undefined ? undefined : String(allowAdaptations),
    }),
  ];
}

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';

/** An MM7 operation in its SOAP envelope; transaction and operation have the same namespace, as MMSCs want it. */
export function formatEnvelope(
  operation: string,
  transactionId: string,
  schema: Mm7Schema,
  children: readonly Child[],
): string {
  const xmlns = mm7Namespace(schema);
  const envelope = xmlElement('env:Envelope', { 'xmlns:env': SOAP }, [
    xmlElement('env:Header', {}, [
      xmlElement('TransactionID', { xmlns, 'env:mustUnderstand': '1' }, [transactionId]),
    ]),
    xmlElement('env:Body', {}, [
      xmlElement(
        operation,
        { xmlns },
        children.filter(child => child !== undefined),
      ),
    ]),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${formatXml(envelope)}`;
}

/**
 * The envelope of a submission.
 * @throws MmsError `submit/value`, `xml/illegal-character`
 */
export function formatSubmitReq(request: SubmitReq): string {
  checkSubmitReq(request);
  return formatEnvelope('SubmitReq', request.transactionId, request.schema, submitElements(request));
}
