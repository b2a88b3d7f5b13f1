import { describe, expect, it } from 'vitest';
import type { ModemMms } from '../../../../src/submit/ways/modem/mms-content.ts';
import { type SimcomDialect, simcomSteps } from '../../../../src/submit/ways/modem/simcom.ts';
import { facts, NETWORK, part } from './facts.ts';

const MMS: ModemMms = {
  to: ['447700900123'],
  cc: ['447700900124'],
  bcc: ['447700900125'],
  subject: 'Hé',
  parts: [
    part('a.txt', 'text/plain', [0x61]),
    part('a.gif', 'image/gif', [1, 2]),
    part('b.txt', 'text/x-vcard', [0x62]),
    part('b.amr', 'audio/amr', [3]),
  ],
};

const stepsBy = (dialect: SimcomDialect, change: Partial<typeof NETWORK> = {}): string[] =>
  facts(simcomSteps(MMS, { ...NETWORK, ...change }, dialect));

describe('an MMS by AT+CMMS*', () => {
  it('of a SIM800: the bearer first, pictures before texts', () => {
    expect(stepsBy('sim800')).toEqual([
      'AT+CMMSEDIT=0 | OK or error | 5 s',
      'AT+CMMSTERM | OK or error | 5 s',
      'AT+SAPBR=3,1,"Contype","GPRS" | OK | 5 s',
      'AT+SAPBR=3,1,"APN","mms" | OK | 5 s',
      'AT+SAPBR=3,1,"USER","web" | OK | 5 s',
      'AT+SAPBR=3,1,"PWD","secret" | OK | 5 s',
      'AT+SAPBR=1,1 | OK or error | 90 s',
      'AT+SAPBR=2,1 | +SAPBR: 1,1 | 5 s',
      'AT+CMMSINIT | OK | 5 s',
      'AT+CMMSCURL="http://mmsc.example" | OK | 5 s',
      'AT+CMMSCID=1 | OK | 5 s',
      'AT+CMMSPROTO="10.0.0.172",80 | OK | 5 s',
      'AT+CMMSSENDCFG=6,3,0,0,2,4 | OK | 5 s',
      'AT+CMMSEDIT=1 | OK | 5 s',
      'AT+CMMSDOWN="PIC",2,20000,"a.gif" | CONNECT | 5 s',
      '<0102> | OK | 20 s',
      'AT+CMMSDOWN="PIC",1,20000,"b.amr" | CONNECT | 5 s',
      '<03> | OK | 20 s',
      'AT+CMMSDOWN="TITLE",3,20000 | CONNECT | 5 s',
      '<48c3a9> | OK | 20 s',
      'AT+CMMSDOWN="TEXT",1,20000,"a.txt" | CONNECT | 5 s',
      '<61> | OK | 20 s',
      'AT+CMMSDOWN="TEXT",1,20000,"b.txt" | CONNECT | 5 s',
      '<62> | OK | 20 s',
      'AT+CMMSRECP="+447700900123" | OK | 5 s',
      'AT+CMMSCC="+447700900124" | OK | 5 s',
      'AT+CMMSBCC="+447700900125" | OK | 5 s',
      'AT+CMMSVIEW | OK | 5 s',
      'AT+CMMSSEND | OK | 300 s, commits',
      'AT+CMMSEDIT=0 | OK or error | 5 s',
      'AT+CMMSTERM | OK or error | 5 s',
      'AT+SAPBR=0,1 | OK or error | 5 s',
    ]);
  });

  it('of a SIM7600: no bearer, and a line of its own that says that it is out', () => {
    expect(stepsBy('sim7600')).toEqual([
      'AT+CMMSEDIT=0 | OK or error | 5 s',
      'AT+CMMSCURL="http://mmsc.example" | OK | 5 s',
      'AT+CMMSPROTO=1,"10.0.0.172",80 | OK | 5 s',
      'AT+CMMSEDIT=1 | OK | 5 s',
      'AT+CMMSDOWN="PIC",2,"a.gif" | > | 5 s',
      '<0102> | OK | 20 s',
      'AT+CMMSDOWN="PIC",1,"b.amr" | > | 5 s',
      '<03> | OK | 20 s',
      'AT+CMMSDOWN="TITLE",3 | > | 5 s',
      '<48c3a9> | OK | 20 s',
      'AT+CMMSDOWN="TEXT",1,"a.txt" | > | 5 s',
      '<61> | OK | 20 s',
      'AT+CMMSDOWN="TEXT",1,"b.txt" | > | 5 s',
      '<62> | OK | 20 s',
      'AT+CMMSRECP="+447700900123" | OK | 5 s',
      'AT+CMMSCC="+447700900124" | OK | 5 s',
      'AT+CMMSBCC="+447700900125" | OK | 5 s',
      'AT+CMMSSEND | +CMMSSEND: 0 | 300 s, commits',
      'AT+CMMSEDIT=0 | OK or error | 5 s',
    ]);
  });

  it.each([
    ['sim800', { username: 'a"b' }, 'options.network.username'],
    ['sim800', { password: 'a"b' }, 'options.network.password'],
    ['sim800', { apn: 'a"b' }, 'options.network.apn'],
    ['sim7600', { mmsc: 'a"b' }, 'options.network.mmsc'],
    ['sim7600', { proxy: { host: 'a"b', port: 80 } }, 'options.network.proxy.host'],
  ] as const)('of a %s refuses %j', (dialect, change, path) => {
    expect(() => stepsBy(dialect, change)).toThrow(
      expect.objectContaining({ code: 'submit/character', path }),
    );
  });

  it('refuses a name that would end the command', () => {
    const mms = { ...MMS, parts: [part('a"b', 'image/gif', [1])] };
    expect(() => simcomSteps(mms, NETWORK, 'sim800')).toThrow(
      expect.objectContaining({ code: 'submit/character', path: 'name' }),
    );
  });

  it('names neither account nor proxy nor title where there is none', () => {
    const { apn, mmsc } = NETWORK;
    const steps = facts(simcomSteps({ ...MMS, subject: undefined }, { apn, mmsc }, 'sim800'));
    expect(steps.join('\n')).not.toMatch(/USER|PWD|PROTO|TITLE/);
  });
});
