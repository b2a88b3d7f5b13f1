import {
  boolean,
  fromScript,
  list,
  number,
  object,
  oneOf,
  requireShape,
  type Shape,
  text,
  word,
} from '../../schema/index.ts';
import { MM7_SCHEMAS } from './mm7/versions.ts';
import { MODEM_DIALECT_NAMES } from './modem/dialects.ts';

const date = fromScript(
  'a date',
  (value): value is Date => value instanceof Date && !Number.isNaN(value.getTime()),
);
const moment = oneOf('A moment, or a duration.', [text('A duration.'), date]);
const addresses = list('Addresses.', text('An address.'));
const account = { username: text('Name of the account.'), password: text('Its password.') };
const insecure = boolean('Without encryption.');

/** What a file may say of mm1, beside what has an option of its own. */
const MM1_KEYS = {
  proxy: text('address of the HTTP proxy'),
  userAgent: text('what the MMSC adapts for'),
  profileUrl: text('address of the user agent profile'),
  profileHeader: text('where the profile is named'),
  carrierHeaders: list('fields such as X-MDN: ##LINE1##', text('')),
  subscriber: object('who sends', {
    keys: { line1: text(''), line1NoCountryCode: text(''), nai: text('') },
  }),
};

const FIELDS = object('what is said of each message', {
  keys: {
    vaspId: text(''),
    vasId: text(''),
    senderAddress: text(''),
    serviceCode: text(''),
    linkedId: text(''),
    messageClass: word('', ['Personal', 'Informational', 'Advertisement', 'Auto']),
    timeStamp: date,
    replyCharging: object('who pays for answers', { keys: { maxBytes: number(''), deadline: date } }),
    earliestDeliveryTime: moment,
    expiryDate: moment,
    deliveryReport: boolean(''),
    readReply: boolean(''),
    priority: word('', ['Low', 'Normal', 'High']),
    chargedParty: word('', ['Sender', 'Recipient', 'Both', 'Neither', 'ThirdParty']),
    chargedPartyId: text(''),
    distributionIndicator: boolean(''),
    allowAdaptations: boolean(''),
  },
});

const schema = word(
  'namespace of the MMSC',
  MM7_SCHEMAS.map(({ name }) => name),
);

const MM7_KEYS = {
  schema,
  version: text('MM7Version'),
  soapAction: text(''),
  numbers: word('', ['digits', 'plus']),
  onePerRequest: boolean(''),
  transferEncoding: word('', ['binary', 'base64']),
  fields: FIELDS,
};

const KANNEL_KEYS = { smsc: text('smsc-id') };

const SMPP_KEYS = {
  systemType: text(''),
  sender: text('name, number or short code'),
  headers: word('', ['udh', 'tlv']),
  messagePayload: word('', ['when-long', 'always']),
};

const proxy = object('the HTTP proxy', {
  keys: { host: text('name or address'), port: number('its port', { max: 65_535 }) },
  required: ['host', 'port'],
});

const MODEM_KEYS = {
  dialect: word('', MODEM_DIALECT_NAMES),
  baud: number('', { min: 1 }),
  network: object('access point and MMSC', {
    keys: { apn: text(''), username: text(''), password: text(''), mmsc: text(''), proxy },
    required: ['apn', 'mmsc'],
  }),
};

/** What a file may say of each way, beside servers, accounts and what else has an option of its own. */
export const WAY_SHAPES = {
  mm1: object('options of mm1', { keys: MM1_KEYS }),
  mm7: object('options of mm7', { keys: MM7_KEYS }),
  kannel: object('options of kannel', { keys: KANNEL_KEYS }),
  smpp: object('options of smpp', { keys: SMPP_KEYS }),
  modem: object('options of a modem', { keys: MODEM_KEYS }),
};

/** What the functions of this room take their options for. */
type Taker = 'mm1' | 'mm7' | 'kannel' | 'smpp' | 'submitSm' | 'modem' | 'sendBy';

const OPTIONS: Readonly<Record<Taker, Shape>> = {
  mm1: object('options of mm1', {
    keys: {
      ...MM1_KEYS,
      mmsc: oneOf('Addresses of the MMSC.', [text('An address.'), addresses]),
      allowInsecureHttp: insecure,
    },
    required: ['mmsc', 'userAgent'],
  }),
  mm7: object('options of mm7', {
    keys: { ...MM7_KEYS, ...account, servers: addresses, allowInsecureHttp: insecure },
    required: ['servers'],
  }),
  kannel: object('options of kannel', {
    keys: { ...KANNEL_KEYS, ...account, servers: addresses, allowInsecureHttp: insecure },
    required: ['servers', 'username', 'password'],
  }),
  smpp: object('options of smpp', {
    keys: {
      ...SMPP_KEYS,
      servers: addresses,
      systemId: text('Name of the account.'),
      password: account.password,
      allowInsecure: insecure,
    },
    required: ['servers', 'systemId', 'password'],
  }),
  submitSm: object('options of submit_sm', { keys: SMPP_KEYS, isOpen: true }),
  modem: object('options of a modem', { keys: MODEM_KEYS }),
  sendBy: object('how a message is sent', {
    keys: { dryRun: boolean(''), throwOnFailure: boolean(''), continueAfterFailure: boolean('') },
    isOpen: true,
  }),
};

/** @throws MmsError `submit/value` with the path below `options` */
export function checkWayOptions(taker: Taker, options: unknown): void {
  requireShape(OPTIONS[taker], options, 'submit/value', ['options']);
}

const SUBMIT_REQ = object('a submission', {
  keys: {
    transactionId: text(''),
    schema,
    version: text(''),
    fields: FIELDS,
    recipients: object('whom it goes to', {
      keys: { to: addresses, cc: addresses, bcc: addresses },
      required: ['to', 'cc', 'bcc'],
    }),
    subject: text(''),
    contentId: text(''),
  },
  required: ['transactionId', 'schema', 'fields', 'recipients', 'contentId'],
});

/** @throws MmsError `submit/value` */
export function checkSubmitReq(request: unknown): void {
  requireShape(SUBMIT_REQ, request, 'submit/value', ['request']);
}

const ANSWERED = object('the request that is answered', {
  keys: {
    operation: word('', ['DeliverReq', 'DeliveryReportReq', 'ReadReplyReq', 'SubmitReq']),
    transactionId: text(''),
  },
  required: ['operation'],
  isOpen: true,
});
const STATUS = object('what is answered', {
  keys: { code: number('', { min: 1000, max: 9999 }), text: text(''), messageId: text('') },
});

/** @throws MmsError `submit/value` */
export function checkMm7Answer(request: unknown, status: unknown, name: unknown): void {
  requireShape(ANSWERED, request, 'submit/value', ['request']);
  requireShape(STATUS, status, 'submit/value', ['status']);
  requireShape(schema, name, 'submit/value', ['schema']);
}
