import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.ts';
import {
  decodeProvisioning,
  encodeProvisioning,
  encodeProvisioningSms,
  formatProvisioning,
  type ProvisioningSecret,
  provisioningMac,
  provisioningPush,
  settingsDocument,
} from '../../src/provisioning/index.ts';
import { documents, mixedDocuments } from '../provisioning/documents.ts';
import { tsharkSms } from '../sms/tools.ts';
import { xmlToWbxml } from '../support/libwbxml.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { runs, SEED } from '../support/property.ts';
import { tally } from '../support/tally.ts';

describeWithOracle(['libwbxml'], 'provisioning and libwbxml', () => {
  it('makes the same octets of whole values', context => {
    const samples = fc.sample(documents, { numRuns: runs(1000), seed: SEED });
    const theirs = xmlToWbxml(samples.map(formatProvisioning), { version: '1.3' });
    samples.forEach((document, index) => {
      expect(toHex(encodeProvisioning(document)), formatProvisioning(document)).toBe(
        toHex(theirs[index] ?? new Uint8Array()),
      );
    });
    tally(context, { subject: 'provisioning documents', oracle: 'libwbxml', cases: samples.length });
  });

  it('is read alike where libwbxml cuts values at tokens', () => {
    const samples = fc.sample(mixedDocuments, { numRuns: runs(50), seed: SEED });
    const theirs = xmlToWbxml(samples.map(formatProvisioning), { version: '1.3' });
    samples.forEach((document, index) => {
      expect(decodeProvisioning(theirs[index] ?? new Uint8Array())).toEqual({ ...document, warnings: [] });
      expect(toHex(encodeProvisioning(document))).not.toBe(toHex(theirs[index] ?? new Uint8Array()));
    });
  });
});

const imsi = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 6, maxLength: 15 });
const pin = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 4, maxLength: 8 });
const secrets: fc.Arbitrary<Exclude<ProvisioningSecret, { method: 'userpinmac' }>> = fc.oneof(
  fc.record({ method: fc.constant('netwpin'), imsi }),
  fc.record({ method: fc.constant('userpin'), pin }),
  fc.record({ method: fc.constant('usernetwpin'), imsi, pin }),
);

const PYTHON = `
import hmac, hashlib, json, sys
def nibbles(imsi):
    text = ('9' if len(imsi) % 2 else '1') + imsi + ('' if len(imsi) % 2 else 'F')
    return bytes.fromhex(''.join(text[i + 1] + text[i] for i in range(0, len(text), 2)))
for line in sys.stdin:
    secret, body = json.loads(line)
    key = (nibbles(secret['imsi']) if 'imsi' in secret else b'') + secret.get('pin', '').encode()
    print(hmac.new(key, bytes.fromhex(body), hashlib.sha1).hexdigest().upper())
`;

const samples = fc.sample(fc.tuple(documents, secrets), { numRuns: runs(100), seed: SEED });

describeWithOracle(['python3'], 'provisioning and Python', () => {
  it('has the same MAC', context => {
    const bodies = samples.map(([document]) => encodeProvisioning(document));
    const input = samples
      .map(([, secret], i) => JSON.stringify([secret, toHex(bodies[i] ?? new Uint8Array())]))
      .join('\n');
    const { stdout, stderr } = spawnSync('python3', ['-c', PYTHON], { input, encoding: 'utf8' });
    const ours = samples.map(([, secret], i) => provisioningMac(bodies[i] ?? new Uint8Array(), secret));
    expect(stdout.trim().split('\n'), stderr).toEqual(ours);
    tally(context, { subject: 'MACs of provisioning', oracle: 'Python hmac', cases: ours.length });
  });
});

const CODES = { netwpin: '0x00', userpin: '0x01', usernetwpin: '0x02' } as const;
const FIELDS = [
  'wsp.header.content_type',
  'wsp.parameter.sec',
  'wsp.parameter.mac',
  'wbxml.public_id.known',
  '_ws.malformed',
];

describeWithOracle(['tshark', 'text2pcap'], 'provisioning and tshark', () => {
  it('reads the push from the TPDU to the document', context => {
    const pushes = samples.map(([, secret], index) => {
      const { characteristics } = settingsDocument({ name: `n${index}`, accessPoint: { apn: 'a' } });
      const body = encodeProvisioning({ characteristics: characteristics.slice(0, 1) });
      return { body, secret };
    });
    const tpdus = pushes.map(({ body, secret }) => {
      const [segment, ...others] = encodeProvisioningSms(provisioningPush(body, secret), {
        to: '+447700900123',
      });
      expect(others).toEqual([]);
      return segment?.tpdu ?? new Uint8Array();
    });
    const read = tsharkSms(tpdus, FIELDS);
    expect(read.map(fields => FIELDS.map(name => fields[name]?.[0]))).toEqual(
      pushes.map(({ body, secret }) => [
        'application/vnd.wap.connectivity-wbxml',
        CODES[secret.method],
        provisioningMac(body, secret),
        '0x0000000b',
        undefined,
      ]),
    );
    tally(context, { subject: 'provisioning pushes', oracle: 'tshark', cases: pushes.length });
  });
});
