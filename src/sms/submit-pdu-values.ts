import { toHex } from '../bytes/index.ts';
import type { SmsContent } from './content.ts';
import { codeContent, segmentSms } from './encode-sms.ts';
import { checkedOctet } from './write-tpdu.ts';

/** The gateway's form values for one part, as upper-case hexadecimal. */
export interface SmsSubmitPduValues {
  /** TP-DCS, one octet. */
  readonly SmsSubmitPduDataCodingScheme: string;
  /** TP-PID, one octet. */
  readonly SmsSubmitPduProtocolIdentifier: string;
  /** The header with its length octet; empty without header. */
  readonly SmsSubmitPduUserDataHeader: string;
  /** TP-UD after the header; GSM 7-bit text packed, with the fill bits that follow the header. */
  readonly SmsSubmitPduUserData: string;
}

/**
 * A message as the gateway's four PDU values, one set for each part. The gateway makes the rest of the TPDU. Of GSM
 * 7-bit text the octets do not tell how many septets they hold; a gateway may take the part's text instead, see
 * `segmentSms`.
 * @throws MmsError as `segmentSms`
 */
export function smsSubmitPduValues(
  message: SmsContent & { readonly protocolIdentifier?: number | undefined },
): SmsSubmitPduValues[] {
  const { dataCodingScheme } = codeContent(message);
  const hex = (...octets: readonly number[]): string => toHex(new Uint8Array(octets)).toUpperCase();
  return segmentSms(message).map(({ userDataHeader, userData }) => ({
    SmsSubmitPduDataCodingScheme: hex(dataCodingScheme),
    SmsSubmitPduProtocolIdentifier: hex(checkedOctet('protocolIdentifier', message.protocolIdentifier)),
    SmsSubmitPduUserDataHeader: toHex(userDataHeader).toUpperCase(),
    SmsSubmitPduUserData: toHex(userData.subarray(userDataHeader.length)).toUpperCase(),
  }));
}
