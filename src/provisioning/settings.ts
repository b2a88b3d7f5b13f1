import type { MailSettings } from './mail-settings.ts';

/** A way into a packet network. */
export interface AccessPointSettings {
  /** Access point name, such as `internet`. */
  readonly apn: string;
  /** Shown to the user. Default: the name of the settings. */
  readonly name?: string | undefined;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** Default `PAP` where there is a user. */
  readonly authentication?: 'PAP' | 'CHAP' | undefined;
}

/** The proxy or WAP gateway behind the access point. */
export interface ProxySettings {
  /** IP address in numbers, or a host name. */
  readonly address: string;
  /** 9201 is a WAP gateway, 8080 an HTTP proxy. */
  readonly port: number;
}

/** The browser: its first page and further bookmarks. */
export interface BrowserSettings {
  readonly homePage?: string | undefined;
  readonly bookmarks?: readonly { readonly name: string; readonly url: string }[] | undefined;
}

/** Data synchronization. */
export interface SyncmlSettings {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly databases: readonly { readonly name: string; readonly uri: string; readonly type: string }[];
}

/** What a phone needs to know, in the words of a user. */
export interface ProvisioningSettings {
  /** Shown to the user. */
  readonly name: string;
  readonly accessPoint: AccessPointSettings;
  readonly proxy?: ProxySettings | undefined;
  /** URL of the MMSC. */
  readonly mmsc?: string | undefined;
  readonly browser?: BrowserSettings | undefined;
  readonly mail?: MailSettings | undefined;
  readonly syncml?: SyncmlSettings | undefined;
}
