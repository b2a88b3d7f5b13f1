/** Numbers of X-Wap-Application-Id (OMNA push application ids); without the header a push is for wml.ua. */
export const APPLICATION_IDS = [
  { code: 0x00, name: 'x-wap-application:*' },
  { code: 0x01, name: 'x-wap-application:push.sia' },
  { code: 0x02, name: 'x-wap-application:wml.ua' },
  { code: 0x03, name: 'x-wap-application:wta.ua' },
  { code: 0x04, name: 'x-wap-application:mms.ua' },
  { code: 0x05, name: 'x-wap-application:push.syncml' },
  { code: 0x06, name: 'x-wap-application:loc.ua' },
  { code: 0x07, name: 'x-wap-application:syncml.dm' },
  { code: 0x08, name: 'x-wap-application:drm.ua' },
  { code: 0x09, name: 'x-wap-application:emn.ua' },
  { code: 0x0a, name: 'x-wap-application:wv.ua' },
  { code: 0x10, name: 'x-oma-application:ulp.ua' },
] as const;

const BY_NAME: ReadonlyMap<string, number> = new Map(APPLICATION_IDS.map(({ name, code }) => [name, code]));
const BY_CODE: ReadonlyMap<number, string> = new Map(APPLICATION_IDS.map(({ name, code }) => [code, name]));

/** The number of an application, where it has one. */
export function applicationCode(name: string): number | undefined {
  return BY_NAME.get(name.toLowerCase());
}

/** The application of a number, where it is assigned. */
export function applicationName(code: number): string | undefined {
  return BY_CODE.get(code);
}
