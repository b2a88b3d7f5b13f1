import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import {
  encodeDeliver,
  encodeSms,
  measureSms,
  type SmsMessage,
  type SmsSegment,
  segmentSms,
} from '../../src/sms/index.ts';
import { contentOptions, texts, textsAtTheSplit } from '../sms/messages.ts';
import { gammuSms, type TsharkFields, tsharkSms } from '../sms/tools.ts';
import { DELIVERS } from '../sms/vectors.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { runs, SEED } from '../support/property.ts';
import { tally } from '../support/tally.ts';

const FIELDS = [
  'gsm_sms.sms_text',
  'gsm_sms.tp-da',
  'gsm_sms.tp-mti',
  'gsm_sms.tp-udhi',
  'gsm_sms.tp-srr',
  'gsm_sms.tp-rp',
  'gsm_sms.tp-rd',
  'gsm_sms.tp-mr',
  'gsm_sms.tp-pid',
  'gsm_sms.tp-dcs',
  'gsm_sms.tp.user_data_length',
  'gsm_sms.udh.mm.msg_id',
  'gsm_sms.udh.mm.msg_parts',
  'gsm_sms.udh.mm.msg_part',
  'gsm_sms.destination_port',
  'gsm_sms.originator_port',
];

const samples: readonly SmsMessage[] = fc.sample(
  fc
    .record({
      content: contentOptions,
      text: fc.oneof(texts, textsAtTheSplit),
      to: fc.constantFrom('+447700900123', '12345', '447700900', '+4477009001'),
      flags: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
      numbers: fc.tuple(fc.nat(255), fc.constantFrom(0, 0x41, 0x7f)),
      validityPeriod: fc.option(fc.constantFrom<number | string>(60, 10_000, '2026-12-31T23:59:58+01:00'), {
        nil: undefined,
      }),
    })
    .map(({ content, flags, numbers, ...rest }) => ({
      ...content,
      ...rest,
      statusReportRequest: flags[0],
      replyPath: flags[1],
      rejectDuplicates: flags[2],
      messageReference: numbers[0],
      protocolIdentifier: numbers[1],
    })),
  { numRuns: runs(300), seed: SEED },
);

/** What tshark should say of a part; a field that is absent is undefined. */
function expectedFields(message: SmsMessage, segment: SmsSegment): Record<string, string | undefined> {
  const isLong = segment.total > 1;
  const bit = (flag: boolean | undefined): string => (flag === true ? '1' : '0');
  return {
    'gsm_sms.sms_text': segment.text,
    'gsm_sms.tp-da': message.to.replace('+', ''),
    'gsm_sms.tp-mti': '1',
    'gsm_sms.tp-udhi': bit(segment.userDataHeader.length > 0),
    'gsm_sms.tp-srr': bit(message.statusReportRequest),
    'gsm_sms.tp-rp': bit(message.replyPath),
    'gsm_sms.tp-rd': bit(message.rejectDuplicates),
    'gsm_sms.tp-mr': String(message.messageReference),
    'gsm_sms.tp-pid': String(message.protocolIdentifier),
    'gsm_sms.tp-dcs': String(measureSms(message).dataCodingScheme),
    'gsm_sms.tp.user_data_length': String(segment.userDataLength),
    'gsm_sms.udh.mm.msg_id': isLong ? String(message.reference) : undefined,
    'gsm_sms.udh.mm.msg_parts': isLong ? String(segment.total) : undefined,
    'gsm_sms.udh.mm.msg_part': isLong ? String(segment.sequence) : undefined,
    'gsm_sms.destination_port': message.ports === undefined ? undefined : String(message.ports.destination),
    'gsm_sms.originator_port': message.ports === undefined ? undefined : String(message.ports.source),
  };
}

describeWithOracle(['tshark', 'text2pcap'], 'tshark', () => {
  it('reads every part of generated messages as it was meant', context => {
    const made = samples.flatMap(message => encodeSms(message).map(segment => ({ message, segment })));
    const read = tsharkSms(
      made.map(({ segment }) => segment.tpdu),
      FIELDS,
    );
    expect(read.length).toBe(made.length);
    made.forEach(({ message, segment }, index) => {
      const fields: TsharkFields = { 'gsm_sms.sms_text': [''], ...read[index] };
      const expected = expectedFields(message, segment);
      const found = Object.fromEntries(Object.keys(expected).map(name => [name, fields[name]?.[0]]));
      expect(found, toHex(segment.tpdu)).toEqual(expected);
    });
    tally(context, {
      subject: 'SMS parts',
      oracle: 'tshark',
      cases: made.length,
      fault: 'decodes no national tables: none are asked for',
    });
  });

  it('reads SMS-DELIVER as decodeDeliver does', context => {
    const tpdus = DELIVERS.map(({ parts }) => fromHex(parts[0]?.tpdu ?? ''));
    const read = tsharkSms(tpdus, ['gsm_sms.sms_text', 'gsm_sms.tp-oa'], 'O');
    expect(read.map(fields => fields['gsm_sms.sms_text']?.[0])).toEqual(
      DELIVERS.map(({ input }) => input.text),
    );
    tally(context, { subject: 'SMS-DELIVER', oracle: 'tshark', cases: tpdus.length });
  });
});

/** A message as a phone gets it. */
const arrivals = fc.sample(
  fc.record({
    text: fc.string({ unit: fc.constantFrom(...'abcXYZ 019@?!'), minLength: 1, maxLength: 60 }),
    from: fc.constantFrom('+447700900123', '12345', '4477009001', 'alpha:MyShop'),
    minutes: fc.nat(47_000_000),
    zone: fc.constantFrom('+00:00', '+01:00', '-07:15', '+12:45'),
    protocolIdentifier: fc.constantFrom(0, 0x41, 0x7f),
    moreMessagesToSend: fc.boolean(),
    loopPrevention: fc.boolean(),
    statusReportIndication: fc.boolean(),
    replyPath: fc.boolean(),
  }),
  { numRuns: runs(100), seed: SEED },
);

describeWithOracle(['tshark', 'text2pcap'], 'tshark and SMS-DELIVER', () => {
  it('reads what encodeDeliver writes', context => {
    const tpdus = arrivals.map(({ minutes, zone, text, ...headers }) => {
      const [part] = segmentSms({ text });
      if (part === undefined) throw new Error('a text has a part');
      const { userData, userDataLength } = part;
      const serviceCentreTimestamp = `${localTime(minutes)}${zone}`;
      return encodeDeliver({
        ...headers,
        serviceCentreTimestamp,
        dataCodingScheme: 0,
        userData,
        userDataLength,
      });
    });
    const read = tsharkSms(tpdus, DELIVER_FIELDS, 'O');
    expect(read.length).toBe(tpdus.length);
    arrivals.forEach((arrival, index) => {
      const found = Object.fromEntries(DELIVER_FIELDS.map(name => [name, read[index]?.[name]?.[0]]));
      expect(found, toHex(tpdus[index] ?? new Uint8Array())).toEqual(expectedArrival(arrival));
    });
    tally(context, { subject: 'SMS-DELIVER written', oracle: 'tshark', cases: tpdus.length });
  });
});

const DELIVER_FIELDS = [
  'gsm_sms.sms_text',
  'gsm_sms.tp-oa',
  'gsm_sms.tp-mti',
  'gsm_sms.tp-mms',
  'gsm_sms.tp-lp',
  'gsm_sms.tp-sri',
  'gsm_sms.tp-rp',
  'gsm_sms.tp-pid',
  'gsm_sms.scts.year',
  'gsm_sms.scts.month',
  'gsm_sms.scts.day',
  'gsm_sms.scts.hour',
  'gsm_sms.scts.minutes',
  'gsm_sms.scts.seconds',
];

/** Minutes after the year 2000, as the local time of ISO 8601. */
function localTime(minutes: number): string {
  return new Date(Date.UTC(2000, 0, 1) + minutes * 60_000).toISOString().slice(0, 19);
}

function expectedArrival(arrival: (typeof arrivals)[number]): Record<string, string> {
  const bit = (flag: boolean): string => (flag ? '1' : '0');
  const [year = '', month = '', day = '', hour = '', minutes = '', seconds = ''] =
    localTime(arrival.minutes).match(/\d+/g) ?? [];
  return {
    'gsm_sms.sms_text': arrival.text,
    'gsm_sms.tp-oa': arrival.from.replace(/^\+|^alpha:/, ''),
    'gsm_sms.tp-mti': '0',
    'gsm_sms.tp-mms': bit(!arrival.moreMessagesToSend),
    'gsm_sms.tp-lp': bit(arrival.loopPrevention),
    'gsm_sms.tp-sri': bit(arrival.statusReportIndication),
    'gsm_sms.tp-rp': bit(arrival.replyPath),
    'gsm_sms.tp-pid': String(arrival.protocolIdentifier),
    'gsm_sms.scts.year': String(Number(year.slice(2))),
    'gsm_sms.scts.month': String(Number(month)),
    'gsm_sms.scts.day': String(Number(day)),
    'gsm_sms.scts.hour': String(Number(hour)),
    'gsm_sms.scts.minutes': String(Number(minutes)),
    'gsm_sms.scts.seconds': String(Number(seconds)),
  };
}

describeWithOracle(['gammu'], 'gammu', () => {
  const WEEKS_63 = 63 * 7 * 24 * 60;
  /**
   * What gammu's TEXT can say: it takes no empty text, drops a final line feed, ends a part before any unit above
   * D800, not only before a surrogate pair, and in UCS-2 writes `~` as its own escape.
   */
  const isWithinGammu = (text: string): boolean =>
    /^[^\ue000-\uffff]+$/.test(text) &&
    !text.endsWith('\n') &&
    !(text.includes('~') && measureSms({ text }).encoding === 'ucs2');
  const messages = fc.record({
    text: fc.oneof(texts, textsAtTheSplit).filter(isWithinGammu),
    to: fc.constantFrom('+447700900123', '12345', '+4477009001'),
    referenceBits: fc.constantFrom<8 | 16>(8, 16),
    statusReportRequest: fc.boolean(),
    replyPath: fc.boolean(),
    messageClass: fc.constantFrom<0 | undefined>(0, undefined),
  });
  type Message = typeof messages extends fc.Arbitrary<infer T> ? T : never;

  const command = ({
    text,
    to,
    referenceBits,
    statusReportRequest,
    replyPath,
    messageClass,
  }: Message): string[] => [
    ...['TEXT', to, '-autolen', '40000'],
    ...(referenceBits === 16 ? ['-16bit'] : []),
    ...(statusReportRequest ? ['-report'] : []),
    ...(replyPath ? ['-reply'] : []),
    ...(messageClass === 0 ? ['-flash'] : []),
    ...['-textutf8', text],
  ];

  it('writes the same octets', context => {
    const sample = fc.sample(messages, { numRuns: runs(200), seed: SEED });
    const made = gammuSms(sample.map(command));
    sample.forEach((message, index) => {
      const theirs = made[index] ?? [];
      // gammu takes the reference from the clock; it stands before total and sequence
      const reference = Number.parseInt(theirs[0]?.udh.slice(6, -4) || '0', 16);
      const ours = encodeSms({ ...message, reference, validityPeriod: WEEKS_63 });
      expect(
        ours.map(({ tpdu }) => toHex(tpdu).toUpperCase()),
        JSON.stringify(message),
      ).toEqual(theirs.map(({ tpdu }) => tpdu));
    });
    tally(context, {
      subject: 'SMS',
      oracle: 'gammu',
      cases: sample.length,
      fault:
        'takes no empty text, drops a final line feed, writes ~ as an escape in UCS-2: none are asked for',
    });
  });
});
