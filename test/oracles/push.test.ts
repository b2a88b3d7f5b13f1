import fc from 'fast-check';
import { expect, it } from 'vitest';
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
import { wbxmlToXml, xmlToWbxml } from '../support/libwbxml.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { runs, SEED } from '../support/property.ts';
import { tally } from '../support/tally.ts';

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

describeWithOracle(['libwbxml'], 'libwbxml', () => {
  const V12 = { version: '1.2' } as const;

  it('makes the same octets of Service Indications', context => {
    const samples = fc.sample(indications, { numRuns: runs(150), seed: SEED });
    const xmls = samples.map(formatServiceIndication);
    expect(samples.map(indication => toHex(encodeServiceIndication(indication)))).toEqual(
      xmlToWbxml(xmls, V12).map(toHex),
    );
    tally(context, { subject: 'Service Indications', oracle: 'libwbxml', cases: samples.length });
  });

  it('makes the same octets of Service Loadings', context => {
    const samples = fc.sample(loadings, { numRuns: runs(50), seed: SEED });
    const xmls = samples.map(formatServiceLoading);
    expect(samples.map(loading => toHex(encodeServiceLoading(loading)))).toEqual(
      xmlToWbxml(xmls, V12).map(toHex),
    );
    tally(context, { subject: 'Service Loadings', oracle: 'libwbxml', cases: samples.length });
  });

  it('reads our octets as we do', context => {
    // White space in a text of XML is layout.
    const words = (text = ''): string => text.split(/\s/).filter(Boolean).join(' ');
    const samples = fc.sample(indications, { numRuns: runs(50), seed: SEED + 1 }).map(indication => {
      const info = indication.info?.map(item => ({ ...item, pcdata: words(item.pcdata) }));
      return encodeServiceIndication({ ...indication, content: words(indication.content), info });
    });
    expect(wbxmlToXml(samples).map(xml => parseServiceIndication(xml))).toEqual(
      samples.map(bytes => decodeServiceIndication(bytes)),
    );
    const others = fc.sample(loadings, { numRuns: runs(10), seed: SEED + 1 });
    for (const xml of wbxmlToXml(others.map(loading => encodeServiceLoading(loading))))
      expect(xml).toContain('<sl ');
    tally(context, {
      subject: 'WBXML that it reads',
      oracle: 'libwbxml',
      cases: samples.length + others.length,
    });
  });

  it('writes string tables that we read', context => {
    const samples = fc.sample(indications, { numRuns: runs(30), seed: SEED + 2 });
    const made = xmlToWbxml(samples.map(formatServiceIndication), { version: '1.3', hasTable: true });
    expect(made.map(bytes => decodeServiceIndication(bytes))).toEqual(
      samples.map(indication => decodeServiceIndication(encodeServiceIndication(indication))),
    );
    const others = fc.sample(loadings, { numRuns: runs(10), seed: SEED + 2 });
    const read = xmlToWbxml(others.map(formatServiceLoading), V12).map(bytes => decodeServiceLoading(bytes));
    expect(read).toMatchObject(others);
    tally(context, {
      subject: 'WBXML that it writes',
      oracle: 'libwbxml',
      cases: samples.length + others.length,
    });
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

  it('reads Push PDUs of SI, SL and MMS notifications', context => {
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
    tally(context, {
      subject: 'Push PDUs',
      oracle: 'tshark',
      cases: made.length + notifications.length,
      excused: made.length + notifications.length - whole.length,
      fault: 'joins the document of several parts in the last only',
    });
  });
});
