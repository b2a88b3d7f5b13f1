import { mmsNotification } from '../../src/message/index.ts';
import { presentation } from '../../src/presentation/index.ts';
import {
  encodeProvisioning,
  encodeProvisioningSms,
  provisioningPush,
  settingsDocument,
} from '../../src/provisioning/index.ts';
import { encodePushSms, encodeServiceLoading } from '../../src/push/index.ts';
import { parseRtttl } from '../../src/ringtone/index.ts';
import { downloadableProfile, encodeSmartSms } from '../../src/smart/index.ts';
import { encodeSms, type SmsSegment } from '../../src/sms/index.ts';
import { emsSubmissions, type GatewayMessage } from '../../src/submit/index.ts';
import { encodePush } from '../../src/wsp/index.ts';

const TO = ['447700900123'];
const ADDRESS = '+447700900123';

/** A chequered picture. */
function chequered(width: number, height: number) {
  const rows = Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => ((x + y) % 2 === 0 ? '#' : '.')).join(''),
  );
  return { width, height, rows };
}

const pdus = (segments: readonly SmsSegment[]): GatewayMessage[] =>
  segments.map(segment => ({ kind: 'pdu', to: TO, segment }));

/** One message of every kind, and of everything that a PDU can be, all of whose texts are the one that is given. */
export async function everyKind(text: string): Promise<readonly GatewayMessage[]> {
  const line = text.replace(/\s+/g, ' ').slice(0, 40);
  const file = { name: 'a.txt', data: new TextEncoder().encode(text) };
  const show = await presentation({ subject: line }).slide({ text, duration: 1000 }).build();
  const push = (octets: Uint8Array) => pdus(encodePushSms(octets, { to: ADDRESS, reference: 3 }));
  const loading = encodeServiceLoading({ href: `http://wap.example.com/?${encodeURIComponent(text)}` });
  const settings = settingsDocument({ name: line, accessPoint: { apn: 'internet' } });
  const melody = 'BEGIN:IMELODY\r\nVERSION:1.2\r\nFORMAT:CLASS1.0\r\nMELODY:c2d2e2\r\nEND:IMELODY\r\n';
  return [
    { kind: 'text', to: TO, text },
    { kind: 'picture-message', to: TO, bitmap: chequered(72, 28), text, phoneMake: 'Nokia' },
    { kind: 'operator-logo', to: TO, bitmap: chequered(72, 14), mcc: '234', mnc: '33' },
    { kind: 'group-graphic', to: TO, bitmap: chequered(72, 14) },
    { kind: 'group-graphic', to: TO, library: 10147 },
    { kind: 'ringtone', to: TO, tune: 'Scale:d=4,o=5,b=120:c,8d#.,2e,1p,16g7,32a' },
    {
      kind: 'vcard',
      to: TO,
      card: { formattedName: text, tel: [{ number: ADDRESS, types: ['CELL'] }], note: text },
    },
    { kind: 'vcalendar', to: TO, calendar: { type: 'event', start: '2030-05-04T19:00:00Z', summary: text } },
    { kind: 'mms', to: TO, subject: line, presentation: show },
    { kind: 'wap-push', to: TO, text: line, file },
    { kind: 'service-indication', to: TO, href: 'http://wap.example.com/', text: line },
    ...emsSubmissions(
      [
        { type: 'text', text, format: { bold: true } },
        { type: 'picture', rows: chequered(16, 16).rows },
        { type: 'melody', imelody: melody },
        { type: 'sound', number: 3 },
        { type: 'userAnimation', frames: Array(4).fill(chequered(8, 8).rows) },
      ],
      { to: TO, phoneMake: 'Siemens' },
      9,
    ),
    ...pdus(encodeSms({ to: ADDRESS, text: text.repeat(8), reference: 4 })),
    ...push(encodePush({ contentType: 'application/vnd.wap.slc', body: loading })),
    ...push(
      mmsNotification({ transactionId: 'T1', contentLocation: 'http://mms.example.com/1', subject: line }),
    ),
    ...pdus(
      encodeProvisioningSms(provisioningPush(encodeProvisioning(settings)), { to: ADDRESS, reference: 5 }),
    ),
    ...pdus(
      encodeSmartSms(
        downloadableProfile({
          profileName: line,
          tune: parseRtttl('a:d=4:c,d'),
          screenSaver: chequered(72, 28),
        }),
        { to: ADDRESS },
      ),
    ),
    {
      kind: 'pdu',
      to: TO,
      dataCodingScheme: 4,
      userDataHeader: new Uint8Array([6, 5, 4, 0x30, 0x39, 0, 0]),
      userData: new Uint8Array([1, 2, 3]),
    },
  ];
}
