import { requireArray, requireObject, requireText } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { checkProvisioningSettings } from './check-settings.ts';
import { type Characteristic, characteristic, type ProvisioningDocument } from './document.ts';
import type { ProvisioningSettings } from './settings.ts';

/** The most octets that phones took (Kannel). */
const MAX_OCTETS = { apn: 100, url: 100, user: 32, password: 20 } as const;

/**
 * The same settings as a document of the older OTA settings, which hold one access point with its proxy, the MMSC or the
 * first page, and a name. Bookmarks go in a document of their own, {@link bookmarksDocument}.
 * @throws MmsError `provisioning/value` for what this form cannot hold, with its path
 */
export function otaSettingsDocument(settings: ProvisioningSettings): ProvisioningDocument {
  checkProvisioningSettings(settings);
  const { name, accessPoint, proxy, mmsc, browser } = settings;
  for (const key of ['mail', 'syncml'] as const) {
    if (settings[key] !== undefined) throw refused('the older settings have browser and MMS only', key);
  }
  if (mmsc !== undefined && browser?.homePage !== undefined) {
    throw refused('the older settings are for browser or MMS, not for both', 'mmsc');
  }
  const { apn, user, password, authentication = 'PAP' } = accessPoint;
  checkLength(apn, MAX_OCTETS.apn, 'accessPoint.apn');
  checkLength(user, MAX_OCTETS.user, 'accessPoint.user');
  checkLength(password, MAX_OCTETS.password, 'accessPoint.password');
  checkLength(mmsc, MAX_OCTETS.url, 'mmsc');
  checkLength(browser?.homePage, MAX_OCTETS.url, 'browser.homePage');
  return {
    characteristics: [
      characteristic('ADDRESS', {
        BEARER: 'GPRS',
        PPP_LOGINTYPE: 'AUTOMATIC',
        PPP_AUTHTYPE: authentication,
        GPRS_ACCESSPOINTNAME: apn,
        PROXY: proxy?.address,
        PPP_AUTHNAME: user,
        PPP_AUTHSECRET: password,
        PORT: proxy === undefined ? undefined : String(proxy.port),
      }),
      ...address('MMSURL', mmsc),
      ...address('URL', browser?.homePage),
      characteristic('NAME', { NAME: name }),
    ],
  };
}

/** Bookmarks as a document of the older OTA settings, to be sent as `bookmarks`. */
export function bookmarksDocument(
  bookmarks: readonly { readonly name: string; readonly url: string }[],
): ProvisioningDocument {
  return {
    characteristics: requireArray(bookmarks, 'a list of bookmarks', 'bookmarks').map((bookmark, index) => {
      const path = `bookmarks[${index}]`;
      const { name, url } = requireObject(bookmark, 'a bookmark', path);
      requireText(name, 'a text', `${path}.name`);
      requireText(url, 'a text', `${path}.url`);
      return characteristic('BOOKMARK', { NAME: name, URL: url });
    }),
  };
}

function address(type: string, value: string | undefined): Characteristic[] {
  return value === undefined ? [] : [{ type, value, content: [] }];
}

function checkLength(value: string | undefined, max: number, path: string): void {
  const octets = new TextEncoder().encode(value ?? '').length;
  if (octets > max) throw refused(`expected at most ${max} octets, found ${octets}`, path);
}

function refused(message: string, path: string): MmsError {
  return new MmsError('provisioning/value', message, {
    path,
    hint: 'send client provisioning to phones that take it',
  });
}
