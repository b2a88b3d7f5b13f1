import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, PDU, type Received } from 'smpp';
import { afterEach, describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../../src/bytes/index.ts';
import { decodeSubmit, encodeSms, encodeSubmit, type SmsSegment } from '../../../src/sms/index.ts';
import {
  type GatewayMessage,
  type SmppOptions,
  type SubmitSm,
  type SubmitSmOptions,
  sendBy,
  smpp,
  smsSegments,
  submitSm,
} from '../../../src/submit/index.ts';
import { describeWithOracle } from '../../support/oracle.ts';
import { readSmpp } from '../../support/smpp-tshark.ts';
import { SEGMENT_VECTORS, segmentOf, vector } from './vectors.ts';

const NUMBER = '447700900123';
const SENDER = { sender: 'MyShop' } as const;

/** The octets that the package writes of our fields, with the sequence number of a vector. */
function written(sm: SubmitSm, sequence: number): string {
  const fields = Object.fromEntries(
    Object.entries(sm).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? Buffer.from(value) : value,
    ]),
  );
  return new PDU('submit_sm', { ...fields, sequence_number: sequence }).toBuffer().toString('hex');
}

const sequenceOf = (hex: string): number => Number.parseInt(hex.slice(24, 32), 16);

interface WireVector {
  readonly name: string;
  readonly submit_sm: string;
}

describe('the fields of submit_sm', () => {
  it.each(SEGMENT_VECTORS)(
    '$name are those that a real Kannel writes, and octets that a real peer took',
    one => {
      const sm = submitSm(segmentOf(one), NUMBER, SENDER);
      expect({
        esm_class: sm.esm_class,
        data_coding: sm.data_coding,
        sm_length: sm.short_message.length,
        short_message: toHex(sm.short_message),
      }).toEqual(one.smpp);
      const { submit_sm: wire } = one as unknown as WireVector;
      expect(written(sm, sequenceOf(wire))).toBe(wire);
    },
  );

  it('reads septets out of user data as the encoder gives them', () => {
    for (let length = 1; length < 400; length += 7) {
      for (const { septets, ...segment } of encodeSms({
        to: `+${NUMBER}`,
        text: 'aZ@{€'.repeat(length).slice(0, length),
      })) {
        expect(submitSm(segment, NUMBER)).toEqual(submitSm({ ...segment, septets }, NUMBER));
      }
    }
  });

  /** Octets with a header, longer than any SMS: a service centre may cut them itself. */
  function octets(header: string, data: Uint8Array): SmsSegment {
    const [small] = encodeSms({ to: `+${NUMBER}`, data: new Uint8Array(1) });
    const userDataHeader = fromHex(header);
    const userData = new Uint8Array(Buffer.concat([userDataHeader, data]));
    return { ...(small as SmsSegment), userDataHeader, userData, userDataLength: userData.length };
  }

  const cases: Readonly<Record<string, [SmsSegment, SubmitSmOptions]>> = {
    'message_payload 207': [
      octets('06050415810000', new Uint8Array(200).fill(0x5a)),
      { messagePayload: 'always' },
    ],
    'sar 1': [
      octets('0b05041581000000030702 01'.replace(' ', ''), new Uint8Array(128).fill(0x5a)),
      { headers: 'tlv' },
    ],
    'sar 2': [octets('0b0504158100000003070202', new Uint8Array(72).fill(0x5a)), { headers: 'tlv' }],
    '254': [octets('', new Uint8Array(254).fill(0x41)), {}],
  };

  const tlvVectors: readonly WireVector[] = JSON.parse(new TextDecoder().decode(vector('smpp-tlv.json')));

  it.each(tlvVectors)('$name are what a real peer took', ({ name, submit_sm: wire }) => {
    const [segment, options] = cases[name] ?? [];
    if (segment === undefined) throw new Error(`no case for ${name}`);
    expect(written(submitSm(segment, NUMBER, { ...SENDER, ...options }), sequenceOf(wire))).toBe(wire);
  });

  it('puts more than 254 octets into message_payload', () => {
    const sm = submitSm(octets('', new Uint8Array(255)), NUMBER);
    expect([sm.short_message.length, sm.message_payload?.length]).toEqual([0, 255]);
  });

  it.each([
    ['MyShop', [5, 0, 'MyShop']],
    ['+447700900777', [1, 1, '447700900777']],
    ['447700900777', [1, 1, '447700900777']],
    ['123456', [3, 0, '123456']],
    ['1234567', [1, 1, '1234567']],
    ['+123456', [1, 1, '123456']],
    ['123456+', [5, 0, '123456+']],
    ['x123456', [5, 0, 'x123456']],
    ['MyLongShop1', [5, 0, 'MyLongShop1']],
    [undefined, [0, 0, '']],
  ])('the sender %j', (sender, expected) => {
    const sm = submitSm(octets('', new Uint8Array(1)), NUMBER, { sender });
    expect([sm.source_addr_ton, sm.source_addr_npi, sm.source_addr]).toEqual(expected);
  });

  it('tell both ports beside the message', () => {
    const segment = octets('06050415810203', new Uint8Array(1));
    expect(submitSm(segment, NUMBER, { headers: 'tlv' })).toMatchObject({
      dest_port: 0x1581,
      source_port: 0x0203,
    });
    expect(submitSm(octets('', new Uint8Array(1)), NUMBER, { headers: 'tlv' })).toMatchObject({
      esm_class: 0,
    });
  });

  it('are those of a number that is a text', () => {
    expect(() => submitSm(octets('', new Uint8Array(1)), JSON.parse('7'))).toThrow(
      expect.objectContaining({ code: 'bytes/value-type', path: 'number' }),
    );
  });

  it('refuses a sender that is too long', () => {
    for (const sender of ['MyLongestShop', '', 'Äx', 'xÄ', '1234567890123456'])
      expect(() => submitSm(octets('', new Uint8Array(1)), NUMBER, { sender })).toThrow(
        expect.objectContaining({ code: 'submit/too-long', path: 'sender' }),
      );
  });

  it('say validity, report and reply path', () => {
    const [segment] = encodeSms({
      to: `+${NUMBER}`,
      text: 'x',
      validityPeriod: 1500,
      statusReportRequest: true,
      replyPath: true,
      protocolIdentifier: 65,
    });
    expect(submitSm(segment as SmsSegment, NUMBER)).toMatchObject({
      validity_period: '000002000000000R',
      registered_delivery: 1,
      esm_class: 0x80,
      protocol_id: 65,
    });
  });
});

interface Centre {
  readonly options: SmppOptions;
  /** Every submit_sm as it came over the wire. */
  readonly wire: Uint8Array[];
  close(): void;
}

type Behaviour = 'accept' | 'close' | 'silent' | 'refuse-bind' | number;

const centres: Centre[] = [];
afterEach(() => {
  for (const centre of centres.splice(0)) centre.close();
});

/** PDUs of a stream of octets. */
function split(octets: Uint8Array): Uint8Array[] {
  const buffer = Buffer.from(octets);
  const pdus: Uint8Array[] = [];
  for (let at = 0; at + 4 <= buffer.length; at += buffer.readUInt32BE(at)) {
    pdus.push(buffer.subarray(at, at + buffer.readUInt32BE(at)));
  }
  return pdus;
}

const SUBMIT_SM = 4;

async function centre(behaviour: Behaviour): Promise<Centre> {
  const wire: Uint8Array[] = [];
  const server = createServer(session => {
    session.on('error', () => undefined);
    const read = session.socket.read.bind(session.socket);
    // The package reads what is there by itself; a copy is taken on the way.
    let seen = Buffer.alloc(0);
    session.socket.read = (size?: number) => {
      const piece: unknown = read(size);
      if (Buffer.isBuffer(piece)) seen = Buffer.concat([seen, piece]);
      return piece;
    };
    const answers: Readonly<Record<string, (pdu: Received) => void>> = {
      bind_transceiver(pdu) {
        const isRefused = behaviour === 'refuse-bind' || pdu.password !== 'CANARY-7f';
        session.send(pdu.response({ command_status: isRefused ? 0x0e : 0 }));
      },
      submit_sm(pdu) {
        wire.splice(
          wire.length,
          0,
          ...split(seen)
            .filter(one => one[7] === SUBMIT_SM)
            .slice(-1),
        );
        if (behaviour === 'close') session.socket.destroy();
        else if (behaviour === 'accept') session.send(pdu.response({ message_id: `id-${wire.length}` }));
        else if (typeof behaviour === 'number') session.send(pdu.response({ command_status: behaviour }));
      },
      unbind(pdu) {
        session.send(pdu.response());
        session.close();
      },
    };
    session.on('pdu', pdu => answers[pdu.command]?.(pdu));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const made: Centre = {
    options: { servers: [`smpp://127.0.0.1:${port}`], systemId: 'shop', password: 'CANARY-7f', ...SENDER },
    wire,
    close: () => server.close(),
  };
  centres.push(made);
  return made;
}

const MESSAGE: GatewayMessage = { kind: 'text', to: [NUMBER], text: 'Hello' };
const PATIENT = { throwOnFailure: false };
const QUICK = { ...PATIENT, timeouts: { headersMs: 500 } };

describe('a session', () => {
  it.each([
    ['accept', 'accepted', 'maybe'],
    [0x14, 'rejected', 'maybe'],
    [0x58, 'rejected', 'maybe'],
    [0x0b, 'rejected', 'maybe'],
    ['close', 'unknown', 'maybe'],
    ['silent', 'unknown', 'maybe'],
    ['refuse-bind', 'not-sent', 'no'],
  ] as const)('with a centre that does %s is %s', async (behaviour, outcome, requestSent) => {
    const { options } = await centre(behaviour);
    const result = await sendBy(smpp(options), MESSAGE, behaviour === 'silent' ? QUICK : PATIENT);
    expect(result).toMatchObject({ outcome, requestSent });
    expect(result.retryable).toBe(behaviour === 0x14 || behaviour === 0x58 ? true : undefined);
    if (behaviour === 'accept') {
      expect(result.results).toEqual([
        { recipient: NUMBER, report: 0, accepted: true, messageIdentifier: 'id-1' },
      ]);
    }
  });

  it('tries the next centre only where nothing was sent', async () => {
    const good = await centre('accept');
    const gone = { ...good.options, servers: ['smpp://127.0.0.1:1', ...good.options.servers] };
    const result = await sendBy(smpp(gone), MESSAGE, PATIENT);
    expect(result.outcome).toBe('accepted');
    expect(result.attempts.map(({ requestSent }) => requestSent)).toEqual(['no', 'maybe']);
    const lost = await centre('close');
    const both = { ...lost.options, servers: [...lost.options.servers, ...good.options.servers] };
    expect((await sendBy(smpp(both), MESSAGE, PATIENT)).outcome).toBe('unknown');
    expect(good.wire).toHaveLength(1);
  });

  it('sends nothing after the caller broke off, and nothing in a dry run', async () => {
    const good = await centre('accept');
    const aborted = await sendBy(smpp(good.options), MESSAGE, { ...PATIENT, signal: AbortSignal.abort() });
    expect(aborted).toMatchObject({ outcome: 'not-sent', problem: { code: 'submit/aborted' } });
    const { request } = await sendBy(smpp(good.options), MESSAGE, { dryRun: true });
    expect(request).toMatchObject({ method: 'submit_sm', servers: good.options.servers, body: '48656c6c6f' });
    expect(good.wire).toEqual([]);
  });

  it.each([
    ['smpp://smsc.example:2775', {}],
    ['http://127.0.0.1', {}],
    ['smpp://user:secret@127.0.0.1', {}],
    ['nonsense', {}],
  ])('refuses the address %j', server => {
    const options = { servers: [server], systemId: 'a', password: 'b' };
    expect(() => smpp(options)).toThrow(expect.objectContaining({ code: 'submit/server-url' }));
  });
});

describeWithOracle(['tshark', 'text2pcap'], 'a real peer and tshark', () => {
  it('get at least 30 segments of every kind', { timeout: 120_000 }, async () => {
    const { options, wire } = await centre('accept');
    const messages: GatewayMessage[] = [
      ...[1, 100, 170, 320, 500].map(
        (length): GatewayMessage => ({ kind: 'text', text: 'a{€ '.repeat(length).slice(0, length) }),
      ),
      ...[1, 70, 200, 400].map(
        (length): GatewayMessage => ({ kind: 'text', text: 'Привет 😀 '.repeat(length).slice(0, length) }),
      ),
      { kind: 'service-indication', href: 'http://example.com/a', id: 'a', text: 'Look' },
      { kind: 'vcard', card: 'BEGIN:VCARD\r\nVERSION:2.1\r\nN:Doe;Jo\r\nEND:VCARD\r\n' },
      { kind: 'ringtone', tune: `fifth:d=8,o=5,b=63:${'g,a,'.repeat(200)}2d#` },
      {
        kind: 'picture-message',
        bitmap: { width: 72, height: 28, rows: Array.from({ length: 28 }, () => '#.'.repeat(36)) },
      },
    ];
    const segments: SmsSegment[] = [];
    for (const message of messages) {
      const withNumber = { ...message, to: [NUMBER] };
      segments.push(...(await smsSegments(withNumber, NUMBER)));
      expect((await sendBy(smpp(options), withNumber)).outcome).toBe('accepted');
    }
    expect(segments.length).toBeGreaterThanOrEqual(30);
    expect(wire.length).toBe(segments.length);
    const read = readSmpp(wire);
    read.forEach((layers, index) => {
      const segment = segments[index] as SmsSegment;
      const sm = submitSm(segment, NUMBER, SENDER);
      const hasHeader = segment.userDataHeader.length > 0;
      expect(Number(layers['smpp.command_id']?.[0])).toBe(SUBMIT_SM);
      expect(layers['smpp.destination_addr']).toEqual([NUMBER]);
      expect(layers['smpp.source_addr']).toEqual(['MyShop']);
      expect(Number(layers['smpp.data_coding']?.[0])).toBe(sm.data_coding);
      expect(Number(layers['smpp.sm_length']?.[0])).toBe(sm.short_message.length);
      expect(Number(layers['smpp.esm.submit.features']?.[0])).toBe(hasHeader ? 1 : 0);
      if (segment.total > 1) {
        expect(layers['gsm_sms.udh.mm.msg_parts']).toEqual([String(segment.total)]);
        expect(layers['gsm_sms.udh.mm.msg_part']).toEqual([String(segment.sequence)]);
      }
    });
    expect(wire.map(pdu => toHex(pdu.subarray(16)))).toEqual(
      segments.map(segment => written(submitSm(segment, NUMBER, SENDER), 1).slice(32)),
    );
  });
});

describe('an SMS as submit_sm', () => {
  const submitted = (
    options: Partial<Parameters<typeof encodeSms>[0]>,
    how: SubmitSmOptions = {},
  ): SubmitSm => {
    const [segment] = encodeSms({ to: `+${NUMBER}`, ...options });
    if (segment === undefined) throw new Error('no segment');
    return submitSm(segment, NUMBER, how);
  };

  it('says its validity, relative or absolute (SMPP 3.4 7.1.1)', () => {
    const validity = (validityPeriod: NonNullable<Parameters<typeof encodeSms>[0]['validityPeriod']>) =>
      submitted({ text: 'Hi', validityPeriod }).validity_period;
    expect(validity(90)).toBe('000000013000000R');
    expect(validity(3 * 24 * 60)).toBe('000003000000000R');
    expect(validity(new Date('2004-05-23T14:14:58Z'))).toBe('040523141458000+');
    expect(() => validity(new Uint8Array(7))).toThrow(
      expect.objectContaining({ code: 'submit/not-carried' }),
    );
  });

  it('says its parts by TLVs with references of one octet or two, unless more is in its header', () => {
    const text = 'A long text, '.repeat(20);
    const tlv = { headers: 'tlv' } as const;
    const part = { sar_total_segments: 2, sar_segment_seqnum: 1 };
    expect(submitted({ text, reference: 7 }, tlv)).toMatchObject({
      ...part,
      sar_msg_ref_num: 7,
      esm_class: 0,
    });
    expect(submitted({ text, reference: 0x1234, referenceBits: 16 }, tlv)).toMatchObject({
      ...part,
      sar_msg_ref_num: 0x1234,
    });
    const other = { text: 'Hi', informationElements: [{ id: 0x22, data: Uint8Array.of(1) }] };
    expect(submitted(other, tlv)).toMatchObject({ esm_class: 0x40 });
    expect(submitted(other, tlv)).not.toHaveProperty('sar_msg_ref_num');
  });

  it('is none of compressed text', () => {
    const [segment] = encodeSms({ to: `+${NUMBER}`, data: Uint8Array.of(1, 2) });
    if (segment === undefined) throw new Error('no segment');
    const { to, userData } = decodeSubmit(segment.tpdu);
    const tpdu = encodeSubmit({ to, userData, userDataLength: 2, dataCodingScheme: 0x24 });
    expect(() => submitSm({ ...segment, tpdu }, NUMBER)).toThrow(
      expect.objectContaining({ code: 'submit/not-carried' }),
    );
  });
});
