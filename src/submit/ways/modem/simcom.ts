import { encodeUtf8 } from '../../../text/index.ts';
import { DEFAULT_BAUD, type LineOptions, type ModemMms, type ModemNetwork } from './mms-content.ts';
import { block, command, type ModemStep, quoted, transferSeconds } from './step.ts';

/** The two dialects of AT+CMMS*: that of SIM800 and SIM900, that of SIM5xxx and SIM7xxx. */
export type SimcomDialect = 'sim800' | 'sim7600';

const DOWNLOAD = 'CMMSDOWN';
const MINUTES = 60;

function bearer({ apn, username, password }: ModemNetwork): ModemStep[] {
  return [
    command('AT+SAPBR=3,1,"Contype","GPRS"'),
    command(`AT+SAPBR=3,1,"APN",${quoted(apn, 'options.network.apn')}`),
    ...(username === undefined
      ? []
      : [command(`AT+SAPBR=3,1,"USER",${quoted(username, 'options.network.username')}`)]),
    ...(password === undefined
      ? []
      : [command(`AT+SAPBR=3,1,"PWD",${quoted(password, 'options.network.password')}`)]),
    command('AT+SAPBR=1,1', { seconds: 90, mayFail: true }),
    command('AT+SAPBR=2,1', { expect: ['+SAPBR: 1,1'] }),
  ];
}

function enter(network: ModemNetwork, dialect: SimcomDialect): ModemStep[] {
  const { mmsc, proxy } = network;
  const url = command(`AT+CMMSCURL=${quoted(mmsc, 'options.network.mmsc')}`);
  const address = proxy && `${quoted(proxy.host, 'options.network.proxy.host')},${proxy.port}`;
  const leave = command('AT+CMMSEDIT=0', { mayFail: true });
  if (dialect === 'sim7600') {
    return [leave, url, ...(address === undefined ? [] : [command(`AT+CMMSPROTO=1,${address}`)])];
  }
  return [
    leave,
    command('AT+CMMSTERM', { mayFail: true }),
    ...bearer(network),
    command('AT+CMMSINIT'),
    url,
    command('AT+CMMSCID=1'),
    ...(address === undefined ? [] : [command(`AT+CMMSPROTO=${address}`)]),
    // validity, priority, delivery report, read report, visible, class: none asked for
    command('AT+CMMSSENDCFG=6,3,0,0,2,4'),
  ];
}

function download(
  kind: string,
  data: Uint8Array,
  name: string | undefined,
  dialect: SimcomDialect,
  baud: number,
): ModemStep[] {
  const seconds = transferSeconds(data.length, baud);
  const named = name === undefined ? '' : `,${quoted(name, 'name')}`;
  const isOld = dialect === 'sim800';
  const announced = isOld ? `${data.length},${seconds * 1000}${named}` : `${data.length}${named}`;
  return [
    command(`AT+${DOWNLOAD}="${kind}",${announced}`, { expect: [isOld ? 'CONNECT' : '>'] }),
    block(data, { seconds }),
  ];
}

function kindOf(contentType: string): string {
  return contentType.startsWith('text/') ? 'TEXT' : 'PIC';
}

/**
 * An MMS by AT+CMMS*. The modem composes the message and makes its own SMIL.
 * @throws MmsError `submit/character`
 */
export function simcomSteps(
  { to, cc, bcc, subject, parts }: ModemMms,
  network: ModemNetwork,
  dialect: SimcomDialect,
  { baud = DEFAULT_BAUD }: LineOptions = {},
): readonly ModemStep[] {
  const recipients = (name: string, numbers: readonly string[]): ModemStep[] =>
    numbers.map(number => command(`AT+${name}="+${number}"`));
  return [
    ...enter(network, dialect),
    command('AT+CMMSEDIT=1'),
    ...parts
      .filter(({ contentType }) => !contentType.startsWith('text/'))
      .flatMap(({ contentType, data, name }) => download(kindOf(contentType), data, name, dialect, baud)),
    ...(subject === undefined ? [] : download('TITLE', encodeUtf8(subject), undefined, dialect, baud)),
    ...parts
      .filter(({ contentType }) => contentType.startsWith('text/'))
      .flatMap(({ contentType, data, name }) => download(kindOf(contentType), data, name, dialect, baud)),
    ...recipients('CMMSRECP', to),
    ...recipients('CMMSCC', cc),
    ...recipients('CMMSBCC', bcc),
    ...(dialect === 'sim800' ? [command('AT+CMMSVIEW')] : []),
    command('AT+CMMSSEND', {
      expect: [dialect === 'sim800' ? 'OK' : '+CMMSSEND: 0'],
      seconds: 5 * MINUTES,
      commits: true,
    }),
    command('AT+CMMSEDIT=0', { mayFail: true }),
    ...(dialect === 'sim800'
      ? [command('AT+CMMSTERM', { mayFail: true }), command('AT+SAPBR=0,1', { mayFail: true })]
      : []),
  ];
}
