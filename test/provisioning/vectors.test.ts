import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import {
  bookmarksDocument,
  decodeOtaSettings,
  decodeProvisioning,
  encodeOtaSettings,
  encodeOtaSettingsSms,
  encodeProvisioning,
  encodeProvisioningSms,
  formatOtaSettings,
  formatProvisioning,
  otaSettingsDocument,
  otaSettingsPush,
  PROVISIONING_LANGUAGE,
  type ProvisioningSecret,
  parseOtaSettings,
  parseProvisioning,
  provisioningMac,
  provisioningPush,
  userPinMac,
} from '../../src/provisioning/index.ts';
import { decodePush } from '../../src/wsp/index.ts';

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../vectors/provisioning/${name}.json`, import.meta.url), 'utf8'));

interface DocumentVector {
  readonly name: string;
  readonly xml: string;
  readonly hex: string;
  readonly kannelHex?: string;
  readonly wholeValueHex?: string;
}
interface MacVector {
  readonly name: string;
  readonly secName: string;
  readonly secret: { readonly imsi?: string; readonly userPin?: string; readonly firstHalf?: string };
  readonly bodyHex: string;
  readonly mac?: string;
  readonly userPin?: string;
  readonly wspPush?: string;
}
interface SmsVector {
  readonly name: string;
  readonly push: string;
  readonly reference: number;
  readonly parts: readonly { readonly udh: string; readonly userData: string; readonly tpdu: string }[];
}
interface OtaVector {
  readonly name: string;
  readonly type?: 'settings' | 'bookmarks';
  readonly xml?: string;
  readonly udh?: string;
  readonly hex: string;
  readonly wspPush: string;
}
interface TokenVector {
  readonly page: number;
  readonly token: string;
  readonly name: string;
  readonly known: readonly string[];
}

const DOCUMENTS: readonly DocumentVector[] = read('prov-wbxml').vectors;
const MACS: readonly MacVector[] = read('mac').vectors;
const MESSAGES: readonly SmsVector[] = read('sms').vectors;
const OTA: readonly OtaVector[] = read('ota-settings').vectors;
const TOKENS: readonly TokenVector[] = read('tokens').tokens;

const upperHex = (octets: Uint8Array): string => toHex(octets).toUpperCase();

describe('client provisioning documents', () => {
  it.each(DOCUMENTS)('$name', ({ xml, hex, kannelHex, wholeValueHex }) => {
    const { warnings, ...document } = parseProvisioning(xml, { strict: true });
    expect(warnings).toEqual([]);
    expect(upperHex(encodeProvisioning(document))).toBe(wholeValueHex ?? hex);
    for (const octets of [hex, kannelHex ?? hex, wholeValueHex ?? hex]) {
      expect(decodeProvisioning(fromHex(octets), { strict: true })).toEqual({ ...document, warnings: [] });
    }
    expect(formatProvisioning(document).replaceAll('&gt;', '>')).toBe(xml);
  });

  it('has the tokens of the table, each once', () => {
    const named = (page: number, code: number, name: string) =>
      `${page} ${code.toString(16).padStart(2, '0')} ${name}`;
    const ours = [
      ...PROVISIONING_LANGUAGE.attributeStarts.map(row => {
        const prefix = 'prefix' in row ? `=${row.prefix}` : '';
        return named('page' in row ? row.page : 0, row.code, row.name + prefix);
      }),
      ...PROVISIONING_LANGUAGE.attributeValues.map(row =>
        named('page' in row ? row.page : 0, row.code, row.value),
      ),
    ];
    const theirs = TOKENS.filter(({ known }) => known.includes('libwbxml')).map(({ page, token, name }) =>
      named(page, Number.parseInt(token, 16), name.replaceAll('"', '')),
    );
    expect(ours.toSorted()).toEqual(theirs.toSorted());
    expect(new Set(ours).size).toBe(ours.length);
  });

  it('reads other programs: a string table, and values on page 1', () => {
    const nokia = MACS.find(({ name }) => name === 'mac-nokia-s40-userpin');
    const { characteristics, warnings } = decodeProvisioning(fromHex(nokia?.bodyHex ?? ''));
    expect(warnings).toEqual([]);
    expect(characteristics.map(({ type }) => type)).toEqual(['NAPDEF', 'APPLICATION', 'BOOTSTRAP']);
    expect(characteristics[1]?.content[1]).toEqual({ name: 'TO-NAPID', value: 'inet' });
  });
});

const METHODS: Readonly<Record<string, (secret: MacVector['secret']) => ProvisioningSecret>> = {
  NETWPIN: ({ imsi = '' }) => ({ method: 'netwpin', imsi }),
  USERPIN: ({ userPin = '' }) => ({ method: 'userpin', pin: userPin }),
  USERNETWPIN: ({ imsi = '', userPin = '' }) => ({ method: 'usernetwpin', imsi, pin: userPin }),
  USERPINMAC: ({ userPin = '' }) => ({ method: 'userpinmac', pin: userPin }),
};

describe('MAC', () => {
  it.each(MACS.filter(({ mac }) => mac !== undefined))('$name', vector => {
    const body = fromHex(vector.bodyHex);
    const secret = METHODS[vector.secName]?.(vector.secret);
    if (secret === undefined) throw new Error(vector.secName);
    expect(provisioningMac(body, secret)).toBe(vector.mac);
    const push = fromHex(vector.wspPush ?? '');
    const { contentType, body: carried } = decodePush(push, { strict: true });
    expect(contentType).toMatchObject({
      type: 'application/vnd.wap.connectivity-wbxml',
      parameters: { mac: vector.mac },
    });
    expect(toHex(carried)).toBe(toHex(body));
    // under USERPINMAC the user types the MAC, the push carries none
    if (secret.method !== 'userpinmac') expect(upperHex(provisioningPush(body, secret))).toBe(vector.wspPush);
    else expect(upperHex(provisioningPush(body, secret))).toBe(`01060403B69183${vector.bodyHex}`);
  });

  it.each(MACS.filter(({ secret }) => secret.firstHalf !== undefined))(
    '$name',
    ({ bodyHex, secret, userPin }) => {
      expect(userPinMac(fromHex(bodyHex), secret.firstHalf ?? '')).toBe(userPin);
    },
  );

  it('takes push without a secret', () => {
    expect(toHex(provisioningPush(new Uint8Array([1])))).toBe('010601b601');
  });
});

describe('SMS', () => {
  it.each(MESSAGES)('$name', ({ push, reference, parts }) => {
    const source = MACS.find(({ name }) => name === push);
    const pdu = fromHex(source?.wspPush ?? '');
    const segments = encodeProvisioningSms(pdu, { to: '+447700900123', reference });
    expect(segments.map(({ tpdu }) => upperHex(tpdu))).toEqual(parts.map(({ tpdu }) => tpdu));
  });
});

describe('the older OTA settings', () => {
  it.each(OTA.filter(({ xml }) => xml !== undefined))('$name', ({ xml = '', type, hex, udh, wspPush }) => {
    const { warnings, ...document } = parseOtaSettings(xml, { strict: true });
    expect(warnings).toEqual([]);
    expect(upperHex(encodeOtaSettings(document))).toBe(hex);
    expect(decodeOtaSettings(fromHex(hex))).toEqual({ ...document, warnings: [] });
    expect(formatOtaSettings(document).trimEnd()).toBe(xml.trimEnd());
    const push = otaSettingsPush(fromHex(hex), type);
    expect(upperHex(push)).toBe(wspPush);
    const [first] = encodeOtaSettingsSms(push, { to: '+447700900123' });
    expect(upperHex(first?.userDataHeader ?? new Uint8Array()).slice(2, 14)).toBe(udh?.slice(2, 14));
  });

  it.each(OTA)('reads $name and writes the same octets', ({ hex }) => {
    const { warnings, ...document } = decodeOtaSettings(fromHex(hex), { strict: true });
    expect(warnings).toEqual([]);
    expect(upperHex(encodeOtaSettings(document))).toBe(hex);
  });

  const octetsOf = (name: string): string => OTA.find(vector => vector.name === name)?.hex ?? '?';

  it('has the octets of gammu for settings', () => {
    const accessPoint = { user: 'u', password: 'p' };
    const gprs = otaSettingsDocument({
      name: 'Example',
      accessPoint: { ...accessPoint, apn: 'internet' },
      proxy: { address: '10.1.2.3', port: 9201 },
      browser: { homePage: 'http://wap.example.com/' },
    });
    expect(upperHex(encodeOtaSettings(gprs))).toBe(octetsOf('ota-gammu-gprs'));
    const mms = otaSettingsDocument({
      name: 'MMS',
      accessPoint: { ...accessPoint, apn: 'mms' },
      proxy: { address: '10.1.2.4', port: 9201 },
      mmsc: 'http://mmsc.example.com/',
    });
    expect(upperHex(encodeOtaSettings(mms))).toBe(octetsOf('ota-gammu-mms'));
    const bookmark = bookmarksDocument([{ name: 'Example', url: 'http://wap.example.com/' }]);
    expect(upperHex(encodeOtaSettings(bookmark))).toBe(octetsOf('ota-gammu-bookmark'));
  });
});
