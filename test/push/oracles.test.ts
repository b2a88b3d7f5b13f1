import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.ts';
import { mmsNotification } from '../../src/message/index.ts';
import {
  decodeServiceIndication,
  decodeServiceLoading,
  encodePushSms,
  encodeServiceIndication,
  encodeServiceLoading,
  formatServiceIndication,
  formatServiceLoading,
  parseServiceIndication,
  type ServiceIndication,
  type ServiceLoading,
  SI_ACTIONS,
  SL_ACTIONS,
} from '../../src/push/index.ts';
import { encodePush } from '../../src/wsp/index.ts';
import { tsharkSms } from '../sms/tools.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { runs, SEED } from '../support/property.ts';

const urls = fc
  .record({
    scheme: fc.constantFrom('http://', 'http://www.', 'https://', 'https://www.', 'ftp://', 'HTTP://', ''),
    host: fc.constantFrom('example', 'a.com.b', 'www.example', 'xn--e1afmkfd'),
    end: fc.constantFrom('.com/', '.edu/', '.net/', '.org/', '.com', '.de/', '.com/.net/.org/', '/'),
    path: fc.string({ unit: fc.constantFrom(...'ab/.?&=<>"\'%20é€'), maxLength: 60 }),
  })
  .map(({ scheme, host, end, path }) => `${scheme}${host}${end}${path}`);

const seconds = fc.integer({ min: 0, max: 4_102_444_799 });
const dates = fc
  .tuple(seconds, fc.constantFrom(1, 60, 3600, 86_400))
  .map(([time, unit]) => new Date(Math.floor(time / unit) * unit * 1000));

/** Texts that an XML reader does not change at their ends. */
const texts = fc
  .string({ unit: fc.constantFrom(...'abc XYZ.,&<>"\'éЖ€😀'), maxLength: 80 })
  .map(text => text.trim());

const indications: fc.Arbitrary<ServiceIndication> = fc.record(
  {
    href: urls,
    siId: fc.string({ unit: fc.constantFrom(...'abc123@-_ж'), minLength: 1, maxLength: 20 }),
    action: fc.constantFrom(...SI_ACTIONS),
    created: dates,
    siExpires: dates,
    content: texts,
    info: fc.array(fc.record({ class: fc.constantFrom('lang', 'b', 'x-1'), pcdata: texts }), {
      maxLength: 3,
    }),
  },
  { requiredKeys: ['href', 'siId'] },
);

const loadings: fc.Arbitrary<ServiceLoading> = fc.record(
  { href: urls, action: fc.constantFrom(...SL_ACTIONS) },
  { requiredKeys: ['href'] },
);

describeWithOracle(['xml2wbxml', 'wbxml2xml'], 'libwbxml', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'push-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function run(command: string, args: readonly string[]): void {
    const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command} gave ${status}: ${stderr}`);
  }

  function xmlToWbxml(xml: string): Uint8Array {
    const [input, output] = [join(folder, 'in.xml'), join(folder, 'out.wbxml')];
    writeFileSync(input, xml);
    run('xml2wbxml', ['-n', '-v', '1.2', '-o', output, input]);
    return readFileSync(output);
  }

  function wbxmlToXml(bytes: Uint8Array): string {
    const [input, output] = [join(folder, 'in.wbxml'), join(folder, 'out.xml')];
    writeFileSync(input, bytes);
    run('wbxml2xml', ['-o', output, input]);
    return readFileSync(output, 'utf8');
  }

  it('makes the same octets of Service Indications', () => {
    for (const indication of fc.sample(indications, { numRuns: runs(150), seed: SEED })) {
      const xml = formatServiceIndication(indication);
      expect(toHex(encodeServiceIndication(indication)), xml).toBe(toHex(xmlToWbxml(xml)));
    }
  });

  it('makes the same octets of Service Loadings', () => {
    for (const loading of fc.sample(loadings, { numRuns: runs(50), seed: SEED })) {
      const xml = formatServiceLoading(loading);
      expect(toHex(encodeServiceLoading(loading)), xml).toBe(toHex(xmlToWbxml(xml)));
    }
  });

  it('reads our octets as we do', () => {
    for (const indication of fc.sample(indications, { numRuns: runs(50), seed: SEED + 1 })) {
      // White space in a text of XML is layout.
      const words = (text = ''): string => text.split(/\s/).filter(Boolean).join(' ');
      const info = indication.info?.map(item => ({ ...item, pcdata: words(item.pcdata) }));
      const bytes = encodeServiceIndication({ ...indication, content: words(indication.content), info });
      expect(parseServiceIndication(wbxmlToXml(bytes))).toEqual(decodeServiceIndication(bytes));
    }
    for (const loading of fc.sample(loadings, { numRuns: runs(10), seed: SEED + 1 })) {
      expect(wbxmlToXml(encodeServiceLoading(loading))).toContain('<sl ');
    }
  });

  it('writes string tables that we read', () => {
    for (const indication of fc.sample(indications, { numRuns: runs(30), seed: SEED + 2 })) {
      const [input, output] = [join(folder, 'table.xml'), join(folder, 'table.wbxml')];
      writeFileSync(input, formatServiceIndication(indication));
      run('xml2wbxml', ['-v', '1.3', '-o', output, input]);
      expect(decodeServiceIndication(readFileSync(output))).toEqual(
        decodeServiceIndication(encodeServiceIndication(indication)),
      );
    }
    for (const loading of fc.sample(loadings, { numRuns: runs(10), seed: SEED + 2 })) {
      expect(decodeServiceLoading(xmlToWbxml(formatServiceLoading(loading)))).toMatchObject(loading);
    }
  });
});

describeWithOracle(['tshark', 'text2pcap'], 'tshark, from the TPDU to the document', () => {
  const FIELDS = [
    'wsp.TID',
    'wsp.pdu_type',
    'wsp.header.content_type',
    'wsp.header.x_wap_application_id',
    'wbxml.public_id.known',
    'mmse.content_location',
    '_ws.malformed',
  ];
  const to = '+447700900123';
  const octet = (value: number): string => `0x${value.toString(16).padStart(2, '0')}`;

  it('reads Push PDUs of SI, SL and MMS notifications', () => {
    const hrefs = fc.sample(fc.webUrl({ size: 'small' }), { numRuns: runs(60), seed: SEED });
    const made = hrefs.map((href, index) => {
      const transactionId = index % 256;
      const wbxml =
        transactionId % 2 === 0 ? encodeServiceIndication({ href }) : encodeServiceLoading({ href });
      const [type, publicId] =
        transactionId % 2 === 0
          ? ['application/vnd.wap.sic', '0x00000005']
          : ['application/vnd.wap.slc', '0x00000006'];
      const applicationId = 'x-wap-application:wml.ua';
      return {
        segments: encodePushSms(
          encodePush({ transactionId, contentType: type, applicationId, body: wbxml }),
          { to },
        ),
        expected: [octet(transactionId), '0x06', type, applicationId, publicId, undefined, undefined],
      };
    });
    const notifications = hrefs.map((contentLocation, index) => ({
      segments: encodePushSms(mmsNotification({ transactionId: 'T', contentLocation }, index % 256), {
        to,
      }),
      expected: [
        ...[octet(index % 256), '0x06', 'application/vnd.wap.mms-message', 'x-wap-application:mms.ua'],
        ...[undefined, contentLocation, undefined],
      ],
    }));
    // tshark takes the document of several parts only after joining them
    const whole = [...made, ...notifications].filter(({ segments }) => segments.length === 1);
    expect(whole.length).toBeGreaterThan(hrefs.length);
    const read = tsharkSms(
      whole.flatMap(({ segments }) => segments.map(({ tpdu }) => tpdu)),
      FIELDS,
    );
    expect(read.map(fields => FIELDS.map(name => fields[name]?.[0]))).toEqual(
      whole.map(({ expected }) => expected),
    );
  });
});
