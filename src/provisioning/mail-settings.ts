import { type Characteristic, characteristic } from './document.ts';

/** A server of mail. */
export interface MailServer {
  readonly host: string;
  readonly port?: number | undefined;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
}

/** A mail account. */
export interface MailSettings {
  /** The address of the user. */
  readonly address: string;
  readonly smtp: MailServer;
  /** One of the two ways to read mail. */
  readonly pop3?: MailServer | undefined;
  readonly imap4?: MailServer | undefined;
}

/** Application ids of mail protocols are their ports (OMNA). */
const SERVERS = [
  { id: '25', key: 'smtp' },
  { id: '110', key: 'pop3' },
  { id: '143', key: 'imap4' },
] as const;

/** An application for each server; the address ties them together. */
export function mailApplications(mail: MailSettings, name: string, accessPointId: string): Characteristic[] {
  return SERVERS.flatMap(({ id, key }) => {
    const server = mail[key];
    if (server === undefined) return [];
    const { host, port = Number(id), user, password } = server;
    const sender = key === 'smtp' ? { FROM: mail.address } : { 'RT-ADDR': mail.address };
    const login =
      user === undefined && password === undefined
        ? undefined
        : characteristic('APPAUTH', { AAUTHNAME: user ?? '', AAUTHSECRET: password ?? '' });
    return [
      characteristic(
        'APPLICATION',
        {
          APPID: id,
          'PROVIDER-ID': mail.address,
          NAME: name,
          'TO-NAPID': accessPointId,
          ...(key === 'imap4' ? {} : sender),
        },
        characteristic('APPADDR', { ADDR: host }, characteristic('PORT', { PORTNBR: String(port) })),
        login,
      ),
    ];
  });
}
