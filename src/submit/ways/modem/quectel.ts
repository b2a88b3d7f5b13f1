import { DEFAULT_BAUD, type LineOptions, type ModemMms, type ModemNetwork } from './mms-content.ts';
import { block, command, type ModemStep, quoted, transferSeconds } from './step.ts';

/** Fields of AT+QMMSEDIT. */
const EDIT = { clear: 0, to: 1, cc: 2, bcc: 3, title: 4, file: 5 } as const;

/** XOR of words of 16 bits, high octet first; an odd last octet is a high one. */
function checksum(data: Uint8Array): string {
  return data.reduce((sum, octet, at) => sum ^ (at % 2 === 0 ? octet << 8 : octet), 0).toString(16);
}

function configure({ apn, username = '', password = '', mmsc, proxy }: ModemNetwork): ModemStep[] {
  const account = `${quoted(username, 'options.network.username')},${quoted(password, 'options.network.password')}`;
  return [
    command(`AT+QICSGP=1,1,${quoted(apn, 'options.network.apn')},${account},1`),
    command('AT+QIACT=1', { seconds: 150 }),
    command('AT+QMMSCFG="contextid",1'),
    command(`AT+QMMSCFG="mmsc",${quoted(mmsc, 'options.network.mmsc')}`),
    ...(proxy === undefined
      ? []
      : [command(`AT+QMMSCFG="proxy",${quoted(proxy.host, 'options.network.proxy.host')},${proxy.port}`)]),
    // validity, priority, delivery report, read report, visible, class: none asked for
    command('AT+QMMSCFG="sendparam",6,2,0,0,2,4'),
    command('AT+QMMSCFG="character","UTF8"'),
  ];
}

/** Where the files of a message stand until it is sent. */
function storedName(name: string): string {
  return quoted(`RAM:${name}`, 'name');
}

function upload(name: string, data: Uint8Array, baud: number): ModemStep[] {
  const seconds = transferSeconds(data.length, baud);
  return [
    command(`AT+QFUPL=${storedName(name)},${data.length},${seconds}`, { expect: ['CONNECT'] }),
    block(data, { expect: [`+QFUPL: ${data.length},${checksum(data)}`], seconds }),
    command(`AT+QMMSEDIT=${EDIT.file},1,${storedName(name)}`),
  ];
}

/**
 * An MMS by AT+QMMS*. The modem composes the message and makes its own SMIL.
 * @throws MmsError `submit/character`
 */
export function quectelSteps(
  { to, cc, bcc, subject, parts }: ModemMms,
  network: ModemNetwork,
  { baud = DEFAULT_BAUD }: LineOptions = {},
): readonly ModemStep[] {
  const addressed = (field: number, numbers: readonly string[]): ModemStep[] =>
    numbers.map(number => command(`AT+QMMSEDIT=${field},1,"+${number}"`));
  return [
    command(`AT+QMMSEDIT=${EDIT.clear}`, { mayFail: true }),
    ...parts.map(({ name }) => command(`AT+QFDEL=${storedName(name)}`, { mayFail: true })),
    ...configure(network),
    ...addressed(EDIT.to, to),
    ...addressed(EDIT.cc, cc),
    ...addressed(EDIT.bcc, bcc),
    ...(subject === undefined ? [] : [command(`AT+QMMSEDIT=${EDIT.title},1,${quoted(subject, 'subject')}`)]),
    ...parts.flatMap(({ name, data }) => upload(name, data, baud)),
    // OK says that it has begun; only this line says that it is out.
    command('AT+QMMSEND=300', { expect: ['+QMMSEND: 0,200'], seconds: 310, commits: true }),
    command(`AT+QMMSEDIT=${EDIT.clear}`, { mayFail: true }),
    ...parts.map(({ name }) => command(`AT+QFDEL=${storedName(name)}`, { mayFail: true })),
    command('AT+QIDEACT=1', { seconds: 40, mayFail: true }),
  ];
}
