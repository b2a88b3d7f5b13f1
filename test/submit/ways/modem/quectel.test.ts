import { describe, expect, it } from 'vitest';
import type { ModemMms } from '../../../../src/submit/ways/modem/mms-content.ts';
import { quectelSteps } from '../../../../src/submit/ways/modem/quectel.ts';
import { facts, NETWORK, part } from './facts.ts';

const MMS: ModemMms = {
  to: ['447700900123'],
  cc: ['447700900124'],
  bcc: ['447700900125'],
  subject: 'Hi',
  // 0102 xor ff00 is fe02, of words whose high octet comes first.
  parts: [part('a.gif', 'image/gif', [0x01, 0x02, 0xff]), part('a.txt', 'text/plain', [0x12, 0x34])],
};

describe('an MMS by AT+QMMS*', () => {
  it('is put together anew, and is out when a line of its own says so', () => {
    expect(facts(quectelSteps(MMS, NETWORK))).toEqual([
      'AT+QMMSEDIT=0 | OK or error | 5 s',
      'AT+QFDEL="RAM:a.gif" | OK or error | 5 s',
      'AT+QFDEL="RAM:a.txt" | OK or error | 5 s',
      'AT+QICSGP=1,1,"mms","web","secret",1 | OK | 5 s',
      'AT+QIACT=1 | OK | 150 s',
      'AT+QMMSCFG="contextid",1 | OK | 5 s',
      'AT+QMMSCFG="mmsc","http://mmsc.example" | OK | 5 s',
      'AT+QMMSCFG="proxy","10.0.0.172",80 | OK | 5 s',
      'AT+QMMSCFG="sendparam",6,2,0,0,2,4 | OK | 5 s',
      'AT+QMMSCFG="character","UTF8" | OK | 5 s',
      'AT+QMMSEDIT=1,1,"+447700900123" | OK | 5 s',
      'AT+QMMSEDIT=2,1,"+447700900124" | OK | 5 s',
      'AT+QMMSEDIT=3,1,"+447700900125" | OK | 5 s',
      'AT+QMMSEDIT=4,1,"Hi" | OK | 5 s',
      'AT+QFUPL="RAM:a.gif",3,20 | CONNECT | 5 s',
      '<0102ff> | +QFUPL: 3,fe02 | 20 s',
      'AT+QMMSEDIT=5,1,"RAM:a.gif" | OK | 5 s',
      'AT+QFUPL="RAM:a.txt",2,20 | CONNECT | 5 s',
      '<1234> | +QFUPL: 2,1234 | 20 s',
      'AT+QMMSEDIT=5,1,"RAM:a.txt" | OK | 5 s',
      'AT+QMMSEND=300 | +QMMSEND: 0,200 | 310 s, commits',
      'AT+QMMSEDIT=0 | OK or error | 5 s',
      'AT+QFDEL="RAM:a.gif" | OK or error | 5 s',
      'AT+QFDEL="RAM:a.txt" | OK or error | 5 s',
      'AT+QIDEACT=1 | OK or error | 40 s',
    ]);
  });

  it('names an empty account, no proxy and no title where there is none', () => {
    const { apn, mmsc } = NETWORK;
    const steps = facts(quectelSteps({ ...MMS, subject: undefined }, { apn, mmsc }));
    expect(steps).toContain('AT+QICSGP=1,1,"mms","","",1 | OK | 5 s');
    expect(steps.join('\n')).not.toMatch(/proxy|QMMSEDIT=4/);
  });

  it('waits as long as octets take on a slow line', () => {
    const mms = {
      ...MMS,
      parts: [
        part(
          'a.bin',
          'image/gif',
          Array.from({ length: 30_000 }, () => 0),
        ),
      ],
    };
    expect(facts(quectelSteps(mms, NETWORK, { baud: 9600 }))).toContain(
      'AT+QFUPL="RAM:a.bin",30000,63 | CONNECT | 5 s',
    );
  });

  it.each([
    [{ username: 'a"b' }, {}, 'options.network.username'],
    [{ password: 'a"b' }, {}, 'options.network.password'],
    [{ apn: 'a"b' }, {}, 'options.network.apn'],
    [{ mmsc: 'a"b' }, {}, 'options.network.mmsc'],
    [{ proxy: { host: 'a"b', port: 80 } }, {}, 'options.network.proxy.host'],
    [{}, { subject: 'a"b' }, 'subject'],
    [{}, { parts: [part('a"b', 'image/gif', [1])] }, 'name'],
  ])('refuses %j and %j', (network, mms, path) => {
    expect(() => quectelSteps({ ...MMS, ...mms }, { ...NETWORK, ...network })).toThrow(
      expect.objectContaining({ code: 'submit/character', path }),
    );
  });
});
