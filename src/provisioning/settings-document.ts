import { checkProvisioningSettings } from './check-settings.ts';
import { type Characteristic, characteristic, type ProvisioningDocument } from './document.ts';
import { mailApplications } from './mail-settings.ts';
import type { BrowserSettings, ProvisioningSettings, ProxySettings, SyncmlSettings } from './settings.ts';

/** Keys within one document; nobody sees them. */
const ACCESS_POINT_ID = 'ap';
const PROXY_ID = 'proxy';
const PHYSICAL_PROXY_ID = 'proxy1';

/** Application ids (OMNA): browser, MMS, data synchronization. */
const BROWSER = 'w2';
const MMS = 'w4';
const SYNCML = 'w5';

/** Services of a port that phones must be told of; other ports are HTTP. */
const WAP_SERVICES: ReadonlyMap<number, string> = new Map([
  [9200, 'CL-WSP'],
  [9201, 'CO-WSP'],
  [9202, 'CL-SEC-WSP'],
  [9203, 'CO-SEC-WSP'],
]);

/**
 * The client provisioning document of settings: BOOTSTRAP, access point, proxy, and an application for each of browser,
 * MMS, mail and synchronization that is there.
 * @throws MmsError `provisioning/value`
 * @example
 * settingsDocument({
 *   name: 'Example', accessPoint: { apn: 'mms' }, proxy: { address: '10.1.2.3', port: 8080 }, mmsc: 'http://mmsc.example.com/',
 * })
 */
export function settingsDocument(settings: ProvisioningSettings): ProvisioningDocument {
  checkProvisioningSettings(settings);
  const { name, proxy } = settings;
  const route = proxy === undefined ? { 'TO-NAPID': ACCESS_POINT_ID } : { 'TO-PROXY': PROXY_ID };
  return {
    characteristics: [
      characteristic('BOOTSTRAP', { NAME: name }),
      accessPoint(settings),
      ...(proxy === undefined ? [] : [proxyOf(proxy, name)]),
      ...applications(settings, route),
    ],
  };
}

function accessPoint({ name, accessPoint: point }: ProvisioningSettings): Characteristic {
  const { apn, user, password, authentication = 'PAP' } = point;
  const login =
    user === undefined && password === undefined
      ? undefined
      : characteristic('NAPAUTHINFO', {
          AUTHTYPE: authentication,
          AUTHNAME: user ?? '',
          AUTHSECRET: password ?? '',
        });
  return characteristic(
    'NAPDEF',
    {
      NAPID: ACCESS_POINT_ID,
      NAME: point.name ?? name,
      BEARER: 'GSM-GPRS',
      'NAP-ADDRESS': apn,
      'NAP-ADDRTYPE': 'APN',
    },
    login,
  );
}

function proxyOf({ address, port }: ProxySettings, name: string): Characteristic {
  const isNumeric = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(address);
  return characteristic(
    'PXLOGICAL',
    { 'PROXY-ID': PROXY_ID, NAME: name },
    characteristic(
      'PXPHYSICAL',
      {
        'PHYSICAL-PROXY-ID': PHYSICAL_PROXY_ID,
        PXADDR: address,
        PXADDRTYPE: isNumeric ? 'IPV4' : 'ALPHA',
        'TO-NAPID': ACCESS_POINT_ID,
      },
      characteristic('PORT', { PORTNBR: String(port), SERVICE: WAP_SERVICES.get(port) }),
    ),
  );
}

function applications(
  { name, browser, mmsc, mail, syncml }: ProvisioningSettings,
  route: Readonly<Record<string, string>>,
): Characteristic[] {
  return [
    ...(browser === undefined ? [] : [browserOf(browser, name, route)]),
    ...(mmsc === undefined
      ? []
      : [characteristic('APPLICATION', { APPID: MMS, NAME: name, ...route, ADDR: mmsc })]),
    ...(mail === undefined ? [] : mailApplications(mail, name, ACCESS_POINT_ID)),
    ...(syncml === undefined ? [] : [syncmlOf(syncml, name)]),
  ];
}

function browserOf(
  { homePage, bookmarks = [] }: BrowserSettings,
  name: string,
  route: Readonly<Record<string, string>>,
): Characteristic {
  const first =
    homePage === undefined
      ? undefined
      : characteristic('RESOURCE', { URI: homePage, NAME: name, STARTPAGE: true });
  const others = bookmarks.map(({ name: title, url }) =>
    characteristic('RESOURCE', { URI: url, NAME: title }),
  );
  return characteristic('APPLICATION', { APPID: BROWSER, NAME: name, ...route }, first, ...others);
}

function syncmlOf({ url, user, password, databases }: SyncmlSettings, name: string): Characteristic {
  return characteristic(
    'APPLICATION',
    { APPID: SYNCML, 'PROVIDER-ID': name, NAME: name, 'TO-NAPID': ACCESS_POINT_ID },
    characteristic('APPADDR', { ADDR: url }),
    characteristic('APPAUTH', { AAUTHNAME: user, AAUTHSECRET: password }),
    ...databases.map(({ name: title, uri, type }) =>
      characteristic('RESOURCE', { URI: uri, NAME: title, AACCEPT: type }),
    ),
  );
}
