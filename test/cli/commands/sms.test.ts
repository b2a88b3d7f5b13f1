import { parseArgs } from 'node:util';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../../src/bytes/index.ts';
import type { Command } from '../../../src/cli/command.ts';
import { push } from '../../../src/cli/commands/push.ts';
import { sms } from '../../../src/cli/commands/sms.ts';
import { decodePdu } from '../../../src/mms/index.ts';
import { encodePushSms, encodeServiceIndication } from '../../../src/push/index.ts';
import { encodeSms, informationElement } from '../../../src/sms/index.ts';
import { decodePush } from '../../../src/wsp/index.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(command: Command, args: readonly string[], stdin = ''): Promise<Ran> {
  let out = '';
  let err = '';
  const parsed = parseArgs({ args: [...args], options: command.options, allowPositionals: true });
  const code = await command.run(parsed, {
    stdout: {
      write: data => {
        out += typeof data === 'string' ? data : toHex(data);
      },
    },
    stderr: {
      write: text => {
        err += text;
      },
    },
    stdin: async () => new TextEncoder().encode(stdin),
    env: {},
    isTerminal: false,
  });
  return { code, out, err };
}

const to = '+447700900123';
const tpdusOf = (out: string): string[] => JSON.parse(out).segments.map(({ tpdu }: { tpdu: string }) => tpdu);

describe('mms sms', () => {
  it('prints segments as JSON, octets as hexadecimal', async () => {
    const { code, out, err } = await run(sms, ['--text', 'hello', '--to', to, '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual({
      encoding: 'gsm7',
      dataCodingScheme: 0,
      parts: 1,
      units: 5,
      unitsPerPart: 160,
      unitsLeft: 155,
      forcedBy: [],
      replacements: [],
      segments: [
        {
          sequence: 1,
          total: 1,
          text: 'hello',
          userDataHeader: '',
          userData: 'e8329bfd06',
          userDataLength: 5,
          septets: '68656c6c6f',
          tpdu: '01000c91447700091032000005e8329bfd06',
          length: 18,
        },
      ],
    });
  });

  it('writes ports in octets or in pairs of them', async () => {
    const headerOf = async (...args: string[]): Promise<string> => {
      const { out } = await run(sms, ['--data', '01', '--to', to, '--json', ...args]);
      return JSON.parse(out).segments[0].userDataHeader;
    };
    // elements 04 and 05 (3GPP TS 23.040 9.2.3.24.3 and 9.2.3.24.4)
    expect(await headerOf('--port', '240:241', '--port-bits', '8')).toBe('040402f0f1');
    expect(await headerOf('--port', '240:241', '--port-bits', '16')).toBe('06050400f000f1');
  });

  it('prints octets in capitals for programs that read no others', async () => {
    const { out } = await run(sms, ['--text', 'hello', '--to', to, '--json', '--hex-case', 'upper']);
    expect(tpdusOf(out)).toEqual(['01000C91447700091032000005E8329BFD06']);
    expect(JSON.parse(out).segments[0].text).toBe('hello');
  });

  it('prints a table that a person can read', async () => {
    expect((await run(sms, ['--text', 'Привет €', '--to', to])).out).toBe(
      [
        'encoding         UCS-2 (data coding scheme 08)',
        'parts            1',
        'length           8 UTF-16 units, 70 a part',
        'characters left  62 (characters above U+FFFF take two)',
        'UCS-2 forced by  П (U+041F) at character 1, р (U+0440) at character 2, и (U+0438) at character 3, ' +
          'в (U+0432) at character 4, е (U+0435) at character 5 and 1 more',
        '',
        'part 1 of 1, AT+CMGS=29',
        '01000c91447700091032000810041f04400438043204350442002020ac',
        '',
      ].join('\n'),
    );
    const { out } = await run(sms, ['--text', 'It’s', '--transliterate']);
    expect(out).toContain('replaced         ’ by "\'"');
    expect(out).toContain('user data');
    expect((await run(sms, ['--data', '00', '--port', '2948'])).out).toContain('octets left  132');
  });

  it('takes every option on the command line', async () => {
    const args = [
      ...[
        '--data',
        '010203',
        '--to',
        '12345',
        '--port',
        '2948:9200',
        '--reference',
        '300',
        '--reference-bits',
        '16',
      ],
      ...['--validity-period', '1440', '--message-class', '1', '--protocol-identifier', '0x41'],
      ...['--message-reference', '7', '--type-of-address', '0xA1', '--status-report-request', '--reply-path'],
      ...['--reject-duplicates', '--json'],
    ];
    const [segment] = encodeSms({
      to: '12345',
      data: fromHex('010203'),
      ports: { destination: 2948, source: 9200 },
      validityPeriod: 1440,
      messageClass: 1,
      protocolIdentifier: 0x41,
      messageReference: 7,
      typeOfAddress: 0xa1,
      statusReportRequest: true,
      replyPath: true,
      rejectDuplicates: true,
    });
    expect(tpdusOf((await run(sms, args)).out)).toEqual([toHex(segment?.tpdu ?? new Uint8Array(0))]);
  });

  it('takes the options of encodeSms as JSON; the command line wins', async () => {
    const json = {
      to,
      text: 'ışık',
      nationalLanguage: { singleShift: 1 },
      ports: { destination: 5000 },
      informationElements: [{ id: 10, data: '000510' }],
      validityPeriod: '2026-12-31T23:59:58+01:00',
      statusReportRequest: true,
    };
    const message = {
      ...json,
      informationElements: [informationElement('textFormatting', { start: 0, length: 5, mode: 16 })],
    };
    const { out } = await run(sms, ['--input', '-', '--to', '12345', '--json'], JSON.stringify(json));
    expect(tpdusOf(out)).toEqual(encodeSms({ ...message, to: '12345' }).map(({ tpdu }) => toHex(tpdu)));
    for (const [path, wrong] of [
      ['colour', { text: 'x', colour: 1 }],
      ['ports.port', { text: 'x', ports: { port: 1 } }],
      ['informationElements[0]', { text: 'x', informationElements: [{ id: 1 }] }],
    ] as const) {
      await expect(run(sms, ['--input', '-'], JSON.stringify(wrong))).rejects.toMatchObject({
        name: 'MmsError',
        path,
      });
    }
  });

  it('takes a whole header, whose language elements become tables', async () => {
    const { out } = await run(sms, ['--text', 'ışık', '--udh', '03240101', '--to', to, '--json']);
    expect(tpdusOf(out)).toEqual(
      encodeSms({ to, text: 'ışık', nationalLanguage: { singleShift: 1 } }).map(({ tpdu }) => toHex(tpdu)),
    );
    const ports = await run(sms, ['--text', 'x', '--udh', '06050423F40000', '--json']);
    expect(JSON.parse(ports.out).segments[0].userDataHeader).toBe('06050423f40000');
    await expect(run(sms, ['--text', 'x', '--udh', '05050423F40000'])).rejects.toMatchObject({
      name: 'MmsError',
    });
  });

  it('reads TPDUs', async () => {
    const parts = encodeSms({ to, text: 'x'.repeat(200), reference: 5 }).map(({ tpdu }) => toHex(tpdu));
    const decode = parts.flatMap(hex => ['--decode', hex]);
    const { out } = await run(sms, [...decode, '--json']);
    expect(JSON.parse(out)).toMatchObject({
      messageType: 'sms-submit',
      to,
      text: 'x'.repeat(200),
      reference: 5,
    });
    const one = await run(sms, ['--decode', parts[1] ?? '']);
    expect(one.out).toContain('missing 1');
    expect(one.err).toContain('sms/missing-parts');
    const deliver = await run(sms, ['--decode', '040B912143658709F00000622113329585400AE8329BFD4697D9EC37']);
    expect(deliver.out).toBe(
      [
        'type      sms-deliver',
        'from      +12345678900',
        'time      2026-12-31T23:59:58+01:00',
        'encoding  GSM 7-bit (data coding scheme 00)',
        'parts     1',
        'text      hellohello',
        '',
      ].join('\n'),
    );
  });

  it.each([
    [[]],
    [['--text', 'x', '--data', '00']],
    [['--text', 'x', '--encoding', 'latin']],
    [['--text', 'x', '--port', 'x']],
    [['--text', 'x', '--message-class', '4']],
    [['--text', 'x', '--data-coding-scheme', '0xF55']],
    [['--text', 'x', '--national-language', 'turkish']],
    [['--decode', '00', '--text', 'x']],
    [['hello']],
  ])('calls %j wrong usage', async args => {
    await expect(run(sms, args)).rejects.toMatchObject({ name: 'UsageError' });
  });
});

describe('mms push', () => {
  const indication = { href: 'http://www.example.com/a', content: 'Hello' };
  const args = ['--si-href', indication.href, '--si-content', indication.content];

  it('prints all layers as JSON', async () => {
    const { code, out, err } = await run(push, [...args, '--to', to, '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const wbxml = toHex(encodeServiceIndication(indication));
    const pdu = `010601ae${wbxml}`;
    expect(JSON.parse(out)).toMatchObject({ wbxml, push: pdu });
    expect(tpdusOf(out)).toEqual(encodePushSms(fromHex(pdu), { to }).map(({ tpdu }) => toHex(tpdu)));
    expect(tpdusOf(out)).toEqual([`41000c9144770009103200f5290605040b8423f0${pdu}`]);
  });

  it('prints them for a person, and the Push PDU alone to a file', async () => {
    const { out } = await run(push, args);
    expect(out).toContain('<!DOCTYPE si PUBLIC');
    expect(out).toContain('Push PDU\n010601ae');
    expect((await run(push, [...args, '-o', '-'])).out).toMatch(/^010601ae/);
  });

  it('prints of each kind the layers that it has', async () => {
    const headsOf = async (...words: string[]): Promise<string[]> =>
      (await run(push, words)).out.match(/^(?:<!DOCTYPE|WBXML|m-notification-ind|Push PDU)/gm) ?? [];
    expect(await headsOf('--sl-href', 'http://x.com/')).toEqual(['<!DOCTYPE', 'WBXML', 'Push PDU']);
    expect(await headsOf('--mms-location', 'http://x.com/')).toEqual(['m-notification-ind', 'Push PDU']);
  });

  it('takes the id of an indication alone or beside its address, and what it says of a class', async () => {
    const xmlOf = async (...words: string[]): Promise<string> =>
      JSON.parse((await run(push, [...words, '--json'])).out).xml;
    expect(await xmlOf('--si-id', 'a', '--si-action', 'delete')).toContain('si-id="a"');
    const info = ['--si-info-class', 'c', '--si-info-pcdata', 'more'];
    const whole = await xmlOf('--si-id', 'a', '--si-href', 'http://x.com/', '--si-content', 'Hi', ...info);
    expect(whole).toContain('href="http://x.com/"');
    expect(whole).toContain('<item class="c">more</item>');
  });

  it('takes XML and JSON', async () => {
    const expected = JSON.parse((await run(push, [...args, '--json'])).out);
    const json = { siHref: indication.href, siContent: indication.content };
    expect(JSON.parse((await run(push, ['--input', '-', '--json'], JSON.stringify(json))).out)).toEqual(
      expected,
    );
    expect(JSON.parse((await run(push, ['--xml', '-', '--json'], expected.xml)).out)).toEqual(expected);
    const loading = await run(
      push,
      ['--xml', '-', '--json'],
      '<sl href="http://www.example.net/app.jad" colour="x"/>',
    );
    expect(JSON.parse(loading.out).wbxml).toBe('02066a00850a036578616d706c650087036170702e6a61640001');
    expect(loading.err).toContain('push/not-in-dtd');
  });

  it('makes service loadings and notifications', async () => {
    const loading = await run(push, ['--sl-href', 'http://x.com/', '--sl-action', 'cache', '--json']);
    expect(JSON.parse(loading.out).push).toMatch(/^010601b0/);
    const location = 'http://mms.example.com/m/1';
    const notification = await run(push, [
      ...['--mms-location', location, '--from', '+447700900456/TYPE=PLMN', '--subject', 'Hi'],
      ...[
        '--message-size',
        '12345',
        '--expiry',
        '86400',
        '--push-id',
        '190',
        '--transaction-id',
        'T1',
        '--json',
      ],
    ]);
    const { pdu, push: octets } = JSON.parse(notification.out);
    expect(octets).toBe(`be0603beaf84${pdu}`);
    expect(decodePdu(fromHex(pdu))).toMatchObject({
      transactionId: 'T1',
      contentLocation: location,
      messageSize: 12345,
    });
    const least = await run(push, ['--mms-location', location, '--json']);
    expect(least.err).toContain('--message-size');
    expect(decodePdu(decodePush(fromHex(JSON.parse(least.out).push)).body)).toMatchObject({
      transactionId: expect.stringMatching(/^T[0-9a-f]{16}$/),
    });
  });

  it('writes charset and application id', async () => {
    const { out } = await run(push, [
      ...args,
      ...['--charset', 'utf-8', '--application-id', 'x-wap-application:wml.ua', '--push-id', '37', '--json'],
    ]);
    expect(JSON.parse(out).push).toMatch(/^25060603ae81eaaf82/);
  });

  it.each([
    [[]],
    [['--si-href', 'x', '--sl-href', 'y']],
    [['--si-href', 'x', '--si-action', 'shout']],
    [['--si-href', 'x', '--si-info-class', 'c']],
    [['x']],
  ])('calls %j wrong usage', async wrong => {
    await expect(run(push, wrong)).rejects.toMatchObject({ name: 'UsageError' });
  });

  it('refuses a service loading without address', async () => {
    await expect(run(push, ['--sl-href', ''])).rejects.toMatchObject({
      name: 'MmsError',
      code: 'push/missing',
    });
  });
});
