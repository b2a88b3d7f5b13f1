import { requireNumber, requireText } from '../bytes/index.ts';

/** A registered media type code (WAP-230 table 40; OMNA WSP content types). */
interface MediaTypeRow {
  readonly code: number;
  readonly name: string;
}

/** Codes above this are read but never written: many decoders do not know them. */
const LAST_WRITTEN_MEDIA_CODE = 0x3e;

/** Media types in the order of their codes. */
export const MEDIA_TYPES = [
  { code: 0x00, name: '*/*' },
  { code: 0x01, name: 'text/*' },
  { code: 0x02, name: 'text/html' },
  { code: 0x03, name: 'text/plain' },
  { code: 0x04, name: 'text/x-hdml' },
  { code: 0x05, name: 'text/x-ttml' },
  { code: 0x06, name: 'text/x-vCalendar' },
  { code: 0x07, name: 'text/x-vCard' },
  { code: 0x08, name: 'text/vnd.wap.wml' },
  { code: 0x09, name: 'text/vnd.wap.wmlscript' },
  { code: 0x0a, name: 'text/vnd.wap.wta-event' },
  { code: 0x0b, name: 'multipart/*' },
  { code: 0x0c, name: 'multipart/mixed' },
  { code: 0x0d, name: 'multipart/form-data' },
  { code: 0x0e, name: 'multipart/byteranges' },
  { code: 0x0f, name: 'multipart/alternative' },
  { code: 0x10, name: 'application/*' },
  { code: 0x11, name: 'application/java-vm' },
  { code: 0x12, name: 'application/x-www-form-urlencoded' },
  { code: 0x13, name: 'application/x-hdmlc' },
  { code: 0x14, name: 'application/vnd.wap.wmlc' },
  { code: 0x15, name: 'application/vnd.wap.wmlscriptc' },
  { code: 0x16, name: 'application/vnd.wap.wta-eventc' },
  { code: 0x17, name: 'application/vnd.wap.uaprof' },
  { code: 0x18, name: 'application/vnd.wap.wtls-ca-certificate' },
  { code: 0x19, name: 'application/vnd.wap.wtls-user-certificate' },
  { code: 0x1a, name: 'application/x-x509-ca-cert' },
  { code: 0x1b, name: 'application/x-x509-user-cert' },
  { code: 0x1c, name: 'image/*' },
  { code: 0x1d, name: 'image/gif' },
  { code: 0x1e, name: 'image/jpeg' },
  { code: 0x1f, name: 'image/tiff' },
  { code: 0x20, name: 'image/png' },
  { code: 0x21, name: 'image/vnd.wap.wbmp' },
  { code: 0x22, name: 'application/vnd.wap.multipart.*' },
  { code: 0x23, name: 'application/vnd.wap.multipart.mixed' },
  { code: 0x24, name: 'application/vnd.wap.multipart.form-data' },
  { code: 0x25, name: 'application/vnd.wap.multipart.byteranges' },
  { code: 0x26, name: 'application/vnd.wap.multipart.alternative' },
  { code: 0x27, name: 'application/xml' },
  { code: 0x28, name: 'text/xml' },
  { code: 0x29, name: 'application/vnd.wap.wbxml' },
  { code: 0x2a, name: 'application/x-x968-cross-cert' },
  { code: 0x2b, name: 'application/x-x968-ca-cert' },
  { code: 0x2c, name: 'application/x-x968-user-cert' },
  { code: 0x2d, name: 'text/vnd.wap.si' },
  { code: 0x2e, name: 'application/vnd.wap.sic' },
  { code: 0x2f, name: 'text/vnd.wap.sl' },
  { code: 0x30, name: 'application/vnd.wap.slc' },
  { code: 0x31, name: 'text/vnd.wap.co' },
  { code: 0x32, name: 'application/vnd.wap.coc' },
  { code: 0x33, name: 'application/vnd.wap.multipart.related' },
  { code: 0x34, name: 'application/vnd.wap.sia' },
  { code: 0x35, name: 'text/vnd.wap.connectivity-xml' },
  { code: 0x36, name: 'application/vnd.wap.connectivity-wbxml' },
  { code: 0x37, name: 'application/pkcs7-mime' },
  { code: 0x38, name: 'application/vnd.wap.hashed-certificate' },
  { code: 0x39, name: 'application/vnd.wap.signed-certificate' },
  { code: 0x3a, name: 'application/vnd.wap.cert-response' },
  { code: 0x3b, name: 'application/xhtml+xml' },
  { code: 0x3c, name: 'application/wml+xml' },
  { code: 0x3d, name: 'text/css' },
  { code: 0x3e, name: 'application/vnd.wap.mms-message' },
  { code: 0x3f, name: 'application/vnd.wap.rollover-certificate' },
  { code: 0x40, name: 'application/vnd.wap.locc+wbxml' },
  { code: 0x41, name: 'application/vnd.wap.loc+xml' },
  { code: 0x42, name: 'application/vnd.syncml.dm+wbxml' },
  { code: 0x43, name: 'application/vnd.syncml.dm+xml' },
  { code: 0x44, name: 'application/vnd.syncml.notification' },
  { code: 0x45, name: 'application/vnd.wap.xhtml+xml' },
  { code: 0x46, name: 'application/vnd.wv.csp.cir' },
  { code: 0x47, name: 'application/vnd.oma.dd+xml' },
  { code: 0x48, name: 'application/vnd.oma.drm.message' },
  { code: 0x49, name: 'application/vnd.oma.drm.content' },
  { code: 0x4a, name: 'application/vnd.oma.drm.rights+xml' },
  { code: 0x4b, name: 'application/vnd.oma.drm.rights+wbxml' },
  { code: 0x4c, name: 'application/vnd.wv.csp+xml' },
  { code: 0x4d, name: 'application/vnd.wv.csp+wbxml' },
  { code: 0x4e, name: 'application/vnd.syncml.ds.notification' },
  { code: 0x4f, name: 'audio/*' },
  { code: 0x50, name: 'video/*' },
  { code: 0x51, name: 'application/vnd.oma.dd2+xml' },
  { code: 0x52, name: 'application/mikey' },
  { code: 0x53, name: 'application/vnd.oma.dcd' },
  { code: 0x54, name: 'application/vnd.oma.dcdc' },
  { code: 0x55, name: 'text/x-vMessage' },
  { code: 0x56, name: 'application/vnd.omads-email+wbxml' },
  { code: 0x57, name: 'text/x-vBookmark' },
  { code: 0x58, name: 'application/vnd.syncml.dm.notification' },
  { code: 0x5a, name: 'application/octet-stream' },
  { code: 0x0201, name: 'application/vnd.uplanet.cacheop-wbxml' },
  { code: 0x0202, name: 'application/vnd.uplanet.signal' },
  { code: 0x0203, name: 'application/vnd.uplanet.alert-wbxml' },
  { code: 0x0204, name: 'application/vnd.uplanet.list-wbxml' },
  { code: 0x0205, name: 'application/vnd.uplanet.listcmd-wbxml' },
  { code: 0x0206, name: 'application/vnd.uplanet.channel-wbxml' },
  { code: 0x0207, name: 'application/vnd.uplanet.provisioning-status-uri' },
  { code: 0x0208, name: 'x-wap.multipart/vnd.uplanet.header-set' },
  { code: 0x0209, name: 'application/vnd.uplanet.bearer-choice-wbxml' },
  { code: 0x020a, name: 'application/vnd.phonecom.mmc-wbxml' },
  { code: 0x020b, name: 'application/vnd.nokia.syncset+wbxml' },
  { code: 0x020c, name: 'image/x-up-wpng' },
  { code: 0x0300, name: 'application/iota.mmc-wbxml' },
  { code: 0x0301, name: 'application/iota.mmc-xml' },
  { code: 0x0302, name: 'application/vnd.syncml+xml' },
  { code: 0x0303, name: 'application/vnd.syncml+wbxml' },
  { code: 0x0304, name: 'text/vnd.wap.emn+xml' },
  { code: 0x0305, name: 'text/calendar' },
  { code: 0x0306, name: 'application/vnd.omads-email+xml' },
  { code: 0x0307, name: 'application/vnd.omads-file+xml' },
  { code: 0x0308, name: 'application/vnd.omads-folder+xml' },
  { code: 0x0309, name: 'text/directory' },
  { code: 0x030a, name: 'application/vnd.wap.emn+wbxml' },
  { code: 0x030b, name: 'application/vnd.nokia.ipdc-purchase-response' },
  { code: 0x030c, name: 'application/vnd.motorola.screen3+xml' },
  { code: 0x030d, name: 'application/vnd.motorola.screen3+gzip' },
  { code: 0x030e, name: 'application/vnd.cmcc.setting+wbxml' },
  { code: 0x030f, name: 'application/vnd.cmcc.bombing+wbxml' },
  { code: 0x0310, name: 'application/vnd.docomo.pf' },
  { code: 0x0311, name: 'application/vnd.docomo.ub' },
  { code: 0x0312, name: 'application/vnd.omaloc-supl-init' },
  { code: 0x0313, name: 'application/vnd.oma.group-usage-list+xml' },
  { code: 0x0314, name: 'application/oma-directory+xml' },
  { code: 0x0315, name: 'application/vnd.docomo.pf2' },
  { code: 0x0316, name: 'application/vnd.oma.drm.roap-trigger+wbxml' },
  { code: 0x0317, name: 'application/vnd.sbm.mid2' },
  { code: 0x0318, name: 'application/vnd.wmf.bootstrap' },
  { code: 0x0319, name: 'application/vnc.cmcc.dcd+xml' },
  { code: 0x031a, name: 'application/vnd.sbm.cid' },
  { code: 0x031b, name: 'application/vnd.oma.bcast.provisioningtrigger' },
  { code: 0x031c, name: 'application/vnd.docomo.dm' },
  { code: 0x031d, name: 'application/vnd.oma.scidm.messages+xml' },
  { code: 0x031e, name: 'application/vnd.innopath.wamp.notification' },
] as const satisfies readonly MediaTypeRow[];

/** The media types in their spelling by code, sparse above 7F. */
const NAME_BY_CODE: readonly (string | undefined)[] = namesByCode();

function namesByCode(): (string | undefined)[] {
  const names: (string | undefined)[] = [];
  for (const { code, name } of MEDIA_TYPES) names[code] = name;
  return names;
}

const WRITTEN_CODE_BY_NAME: ReadonlyMap<string, number> = new Map(
  MEDIA_TYPES.filter(row => row.code <= LAST_WRITTEN_MEDIA_CODE).map(row => [
    row.name.toLowerCase(),
    row.code,
  ]),
);

/** The media type of a code in the spelling of its registration; `undefined` for an unassigned one. */
export function mediaTypeName(code: number): string | undefined {
  requireNumber(code, 'a number', 'code');
  return NAME_BY_CODE[code];
}

/** The code to write for a media type in any case; `undefined`: write the name. */
export function writtenMediaTypeCode(name: string): number | undefined {
  requireText(name, 'a media type', 'name');
  return WRITTEN_CODE_BY_NAME.get(name) ?? WRITTEN_CODE_BY_NAME.get(name.toLowerCase());
}

const MULTIPART = 'application/vnd.wap.multipart.';

/** In the spelling of the table, which nearly every message has. */
const WSP_MULTIPARTS: ReadonlySet<string> = new Set(
  MEDIA_TYPES.map(row => row.name).filter(name => name.startsWith(MULTIPART)),
);

/** True for the types whose content is a WSP multipart (WAP-230 8.5), in any case. */
export function isWspMultipart(mediaType: string): boolean {
  requireText(mediaType, 'a media type', 'mediaType');
  if (mediaType.length <= MULTIPART.length) return false;
  return WSP_MULTIPARTS.has(mediaType) || mediaType.toLowerCase().startsWith(MULTIPART);
}
