import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.ts';
import { isMmsError } from '../../src/errors.ts';
import {
  type Characteristic,
  checkReferences,
  decodeOtaSettings,
  decodeProvisioning,
  encodeProvisioning,
  formatProvisioning,
  otaSettingsDocument,
  type ProvisioningDocument,
  type ProvisioningSecret,
  type ProvisioningSettings,
  parseProvisioning,
  provisioningMac,
  settingsDocument,
  userPinMac,
} from '../../src/provisioning/index.ts';
import { mutate } from '../support/mutate.ts';
import { random, runs } from '../support/property.ts';
import { documents } from './documents.ts';

const all: ProvisioningSettings = {
  name: 'Example',
  accessPoint: { apn: 'internet', user: 'web', password: 'secret', authentication: 'CHAP' },
  proxy: { address: '10.1.2.3', port: 9201 },
  mmsc: 'http://mmsc.example.com/',
  browser: {
    homePage: 'http://wap.example.com/',
    bookmarks: [{ name: 'News', url: 'http://news.example.com/' }],
  },
  mail: {
    address: 'jane@example.com',
    smtp: { host: 'smtp.example.com' },
    pop3: { host: 'pop.example.com', user: 'jane', password: 'secret' },
  },
  syncml: {
    url: 'http://sync.example.com/',
    user: 'jane',
    password: 'secret',
    databases: [{ name: 'Contacts', uri: './contacts', type: 'text/x-vcard' }],
  },
};

/** The values of parameters anywhere in a document, in its order. */
function parms({ characteristics }: ProvisioningDocument, ...names: readonly string[]): unknown[] {
  const valuesOf = (content: Characteristic['content']): unknown[] =>
    content.flatMap(item => {
      if ('type' in item) return valuesOf(item.content);
      return names.includes(item.name) ? [item.value] : [];
    });
  return valuesOf(characteristics);
}

describe('settings as a document', () => {
  it('is what a phone of a known sample takes for MMS', () => {
    const xml = formatProvisioning(
      settingsDocument({
        name: 'MMS',
        accessPoint: { apn: 'mms' },
        proxy: { address: '10.1.2.4', port: 9201 },
        mmsc: 'http://mmsc.example.com/',
      }),
    );
    const groups = [
      '<characteristic type="BOOTSTRAP"><parm name="NAME" value="MMS"/></characteristic>',
      '<characteristic type="NAPDEF"><parm name="NAPID" value="ap"/><parm name="NAME" value="MMS"/><parm name="BEARER" value="GSM-GPRS"/><parm name="NAP-ADDRESS" value="mms"/><parm name="NAP-ADDRTYPE" value="APN"/></characteristic>',
      '<characteristic type="PXLOGICAL"><parm name="PROXY-ID" value="proxy"/><parm name="NAME" value="MMS"/><characteristic type="PXPHYSICAL"><parm name="PHYSICAL-PROXY-ID" value="proxy1"/><parm name="PXADDR" value="10.1.2.4"/><parm name="PXADDRTYPE" value="IPV4"/><parm name="TO-NAPID" value="ap"/><characteristic type="PORT"><parm name="PORTNBR" value="9201"/><parm name="SERVICE" value="CO-WSP"/></characteristic></characteristic></characteristic>',
      '<characteristic type="APPLICATION"><parm name="APPID" value="w4"/><parm name="NAME" value="MMS"/><parm name="TO-PROXY" value="proxy"/><parm name="ADDR" value="http://mmsc.example.com/"/></characteristic>',
    ];
    expect(xml).toContain(`<wap-provisioningdoc version="1.0">${groups.join('')}</wap-provisioningdoc>`);
  });

  it('has an application for each thing, and no dangling reference', () => {
    const document = settingsDocument(all);
    const ids = document.characteristics
      .filter(({ type }) => type === 'APPLICATION')
      .map(({ content: [first] }) => first?.value);
    expect(ids).toEqual(['w2', 'w4', '25', '110', 'w5']);
    expect(checkReferences(document)).toEqual([]);
    expect(decodeProvisioning(encodeProvisioning(document), { strict: true })).toEqual({
      ...document,
      warnings: [],
    });
  });

  it('names an empty user or password where only the other one is given', () => {
    const [user, password] = ['jane', 'secret'];
    const login = (given: { user?: string; password?: string }): unknown[] => {
      const document = settingsDocument({
        name: 'Example',
        accessPoint: { apn: 'internet', ...given },
        mail: { address: 'jane@example.com', smtp: { host: 'smtp.example.com', ...given } },
      });
      return [...parms(document, 'AUTHNAME', 'AUTHSECRET'), ...parms(document, 'AAUTHNAME', 'AAUTHSECRET')];
    };
    expect(login({ user })).toEqual(['jane', '', 'jane', '']);
    expect(login({ password })).toEqual(['', 'secret', '', 'secret']);
    expect(login({})).toEqual([]);
  });

  it('has the two servers of a mail account that is read by IMAP, on their usual ports', () => {
    const document = settingsDocument({
      name: 'Example',
      accessPoint: { apn: 'internet' },
      mail: {
        address: 'jane@example.com',
        smtp: { host: 'smtp.example.com', port: 587 },
        imap4: { host: 'imap.example.com' },
      },
    });
    expect(parms(document, 'APPID', 'ADDR', 'PORTNBR', 'FROM', 'RT-ADDR')).toEqual([
      ...['25', 'jane@example.com', 'smtp.example.com', '587'],
      ...['143', 'imap.example.com', '143'],
    ]);
  });

  it.each<[string, ProvisioningSettings, string]>([
    ['no name', { ...all, name: '' }, 'name'],
    ['no access point name', { ...all, accessPoint: { apn: '' } }, 'accessPoint.apn'],
    ['no port', { ...all, proxy: { address: '10.1.2.3', port: 0 } }, 'proxy.port'],
  ])('refuses %s', (_, settings, path) => {
    expect(() => settingsDocument(settings)).toThrow(
      expect.objectContaining({ code: 'provisioning/value', path }),
    );
  });

  it.each<[string, Partial<ProvisioningSettings>, string]>([
    ['mail', {}, 'mail'],
    ['MMS and a browser at once', { mail: undefined, syncml: undefined }, 'mmsc'],
    [
      'a long user name',
      {
        mail: undefined,
        syncml: undefined,
        mmsc: undefined,
        accessPoint: { apn: 'a', user: 'u'.repeat(33) },
      },
      'accessPoint.user',
    ],
  ])('refuses %s in the older form', (_, changes, path) => {
    expect(() => otaSettingsDocument({ ...all, ...changes })).toThrow(
      expect.objectContaining({ code: 'provisioning/value', path }),
    );
  });

  it('reports a reference without a value, as nothing has that key', () => {
    const content = [{ name: 'TO-NAPID' }];
    expect(checkReferences({ characteristics: [{ type: 'APPLICATION', content }] })).toMatchObject([
      { code: 'provisioning/dangling-reference', path: 'characteristics[0].content[0]' },
    ]);
  });

  it('reports references that lead nowhere, with their place', () => {
    const { characteristics } = settingsDocument(all);
    const findings = checkReferences({
      characteristics: characteristics.filter(({ type }) => type !== 'NAPDEF'),
    });
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['provisioning/dangling-reference']));
    expect(findings[0]?.path).toBe('characteristics[1].content[2].content[3]');
  });
});

describe('documents', () => {
  it('are read back from WBXML and XML', () => {
    fc.assert(
      fc.property(documents, document => {
        expect(decodeProvisioning(encodeProvisioning(document), { strict: true })).toEqual({
          ...document,
          warnings: [],
        });
        expect(parseProvisioning(formatProvisioning(document), { strict: true })).toEqual({
          ...document,
          warnings: [],
        });
      }),
      { numRuns: runs(300) },
    );
  });

  it('warn of what the document type does not have', () => {
    const xml = '<wap-provisioningdoc>text<characteristic/><other/></wap-provisioningdoc>';
    const { warnings } = parseProvisioning(xml);
    expect(warnings.map(({ message }) => message)).toEqual([
      'text in wap-provisioningdoc',
      'characteristic in wap-provisioningdoc',
      'other in wap-provisioningdoc',
    ]);
    expect(() => parseProvisioning(xml, { strict: true })).toThrow(
      expect.objectContaining({ code: 'provisioning/not-in-dtd' }),
    );
  });

  it('are the same with white space between their elements', () => {
    const xml =
      '<wap-provisioningdoc>\n <characteristic type="BOOTSTRAP"> </characteristic>\n</wap-provisioningdoc>';
    expect(parseProvisioning(xml, { strict: true })).toEqual({
      characteristics: [{ type: 'BOOTSTRAP', content: [] }],
      warnings: [],
    });
  });

  it('are refused when they are others', () => {
    expect(() => parseProvisioning('<si/>')).toThrow(
      expect.objectContaining({ code: 'provisioning/document-type' }),
    );
  });

  it('give a value or a typed error for every truncation and mutation', () => {
    const file = new URL('../vectors/provisioning/prov-wbxml.json', import.meta.url);
    const { vectors }: { vectors: { hex: string }[] } = JSON.parse(readFileSync(file, 'utf8'));
    const bodies = vectors.map(({ hex }) => fromHex(hex));
    let judged = 0;
    const outcome = (body: Uint8Array): void => {
      for (const decode of [decodeProvisioning, decodeOtaSettings]) {
        try {
          decode(body);
        } catch (error) {
          if (!isMmsError(error)) throw error;
        }
      }
      judged++;
    };
    for (const body of bodies)
      for (let length = 0; length < body.length; length++) outcome(body.subarray(0, length));
    const next = random();
    for (let run = 0; run < runs(20_000); run++) {
      outcome(
        mutate(
          bodies[run % bodies.length] ?? new Uint8Array(),
          bodies[(run * 7) % bodies.length] ?? new Uint8Array(),
          next,
        ),
      );
    }
    expect(judged).toBeGreaterThan(runs(20_000));
  });
});

describe('secrets', () => {
  const body = new Uint8Array([1]);
  it.each<[string, ProvisioningSecret, string]>([
    ['an IMSI with letters', { method: 'netwpin', imsi: '23415099999999X' }, 'provisioning/imsi'],
    ['a short IMSI', { method: 'netwpin', imsi: '23415' }, 'provisioning/imsi'],
    ['a PIN with letters', { method: 'userpin', pin: '12a4' }, 'provisioning/pin'],
    ['no PIN', { method: 'usernetwpin', imsi: '234150999999999', pin: '' }, 'provisioning/pin'],
  ])('refuses %s and does not show it', (_, secret, code) => {
    try {
      provisioningMac(body, secret);
      expect.unreachable();
    } catch (error) {
      if (!isMmsError(error)) throw error;
      expect(error.code).toBe(code);
      const shown = JSON.stringify({ ...error, message: error.message, stack: error.stack?.split('\n')[0] });
      for (const value of Object.values(secret).slice(1))
        if (value !== '') expect(shown).not.toContain(value);
    }
  });

  it('of USERPINMAC are twice as long as the PIN', () => {
    expect(userPinMac(body, '4711')).toMatch(/^4711\d{4}$/);
  });
});
