import type { Remedies } from './remedy.ts';

/** What to do about PDUs of MMS. */
export const MMS_REMEDIES = {
  'mms/not-a-pdu':
    'Pass the binary message from its first octet (8C) on, without headers of HTTP or of a push.',
  'mms/unknown-message-type': 'Check the second octet: the types of MMS go from 80 to 97.',
  'mms/missing-field':
    'Add the field that `path` names; the specification makes it mandatory for this message type.',
  'mms/foreign-field': 'Leave the field out, or choose the message type that has it.',
  'mms/unknown-field': 'Write the key in camelCase without `X-Mms-`, such as `deliveryReport`.',
  'mms/field-value': 'Choose one of the values that the message names.',
  'mms/bad-address': 'Write a number such as `+447700900123`, a mail address, or a short code.',
  'mms/no-recipient':
    'Give at least one address in `to`, `cc` or `bcc`; `requireRecipient: false` leaves that to a gateway.',
  'mms/version-too-low': 'Raise `mmsVersion` to the one that has the field, or leave the field out.',
  'mms/too-many-headers':
    'Look at the sender: no real message has that many. `limits.maxHeaders` allows more.',
  'mms/too-large':
    'Look at the sender: no real header field is that long. `limits.maxHeaderValueBytes` allows more.',
  'mms/wrong-length':
    'Mend what wrote the message: the length it states is not that of the value. The values read are most likely right; compare them where they matter.',
  'mms/missing-field-read':
    'Nothing, where you only read; phones may refuse the message, so mend it before you pass it on.',
  'mms/foreign-field-read':
    'Nothing, where you only read; leave the field out before you pass the message on.',
  'mms/field-value-read':
    'Check the value before you rely on it; the encoder would refuse it in a message of yours.',
  'mms/empty-text': 'Leave a field without text out, instead of writing it empty.',
  'mms/repeated-field': 'Write the field once; of those that were read, the first one counts.',
  'mms/value-kept-raw':
    'Look at the octets with `mms inspect`; they stand under `unknown`, and are written back as they are.',
  'mms/unknown-value': 'Treat it as a value that you do not know; the number itself is kept.',
  'mms/address-form': 'Write numbers as `+447700900123/TYPE=PLMN`; `encodePdu` adds the type by itself.',
  'mms/trailing-octets': 'Cut the octets off: this message type ends with its last field.',
  'mms/no-recipient-composed': 'Name somebody with `--to`, or leave it so, if a gateway adds the recipients.',
  'mms/field-dropped':
    'Leave the option out: a message that was delivered does not tell who had a blind copy.',
  'mms/default-date': 'Give `--date`, or set SOURCE_DATE_EPOCH, so that the message carries a real date.',
} satisfies Remedies;
