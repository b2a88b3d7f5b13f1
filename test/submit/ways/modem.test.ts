import { describe, expect, it } from 'vitest';
import { presentation } from '../../../src/presentation/index.ts';
import { type ModemNetwork, type ModemStep, modemSteps, smsSteps } from '../../../src/submit/index.ts';
import { SEGMENT_VECTORS, segmentOf } from './vectors.ts';

const NUMBER = '447700900123';
const NETWORK: ModemNetwork = {
  apn: 'mms',
  mmsc: 'http://mmsc.example',
  proxy: { host: '10.0.0.172', port: 80 },
};

const lines = (steps: readonly ModemStep[]): string[] =>
  steps.map(({ send }) => (typeof send === 'string' ? send.replace(/\r$/, '') : `<${send.length} octets>`));

const message = async () => ({
  kind: 'mms' as const,
  to: [NUMBER],
  cc: ['447700900124'],
  subject: 'Hi',
  presentation: await presentation()
    .slide({ text: 'Hello' })
    .attach({ name: 'a.bin', data: Uint8Array.of(1, 2, 3), type: 'application/octet-stream' })
    .build(),
});

describe('SMS', () => {
  it.each(SEGMENT_VECTORS)('$name are the lines that a modem took', vector => {
    const steps = smsSteps([segmentOf(vector)]);
    expect(steps.map(({ send }) => send)).toEqual(['AT+CMGF=0\r', ...vector.modem]);
    expect(steps.map(({ commits }) => commits)).toEqual([undefined, undefined, true]);
    expect(steps[1]?.expect).toEqual(['> ']);
  });

  it('keeps the link up for several parts, and sends to each number apart', async () => {
    const steps = await modemSteps({ kind: 'text', to: [NUMBER, '447700900124'], text: 'x'.repeat(200) });
    expect(lines(steps).filter(line => line === 'AT+CMMS=1')).toHaveLength(2);
    expect(lines(steps).filter(line => line.startsWith('AT+CMGS='))).toHaveLength(4);
    expect(steps.filter(({ commits }) => commits)).toHaveLength(4);
  });
});

describe('MMS', () => {
  it('by a SIM800', async () => {
    const steps = await modemSteps(await message(), { dialect: 'sim800', network: NETWORK });
    expect(lines(steps)).toEqual([
      'AT+CMMSEDIT=0',
      'AT+CMMSTERM',
      'AT+SAPBR=3,1,"Contype","GPRS"',
      'AT+SAPBR=3,1,"APN","mms"',
      'AT+SAPBR=1,1',
      'AT+SAPBR=2,1',
      'AT+CMMSINIT',
      'AT+CMMSCURL="http://mmsc.example"',
      'AT+CMMSCID=1',
      'AT+CMMSPROTO="10.0.0.172",80',
      'AT+CMMSSENDCFG=6,3,0,0,2,4',
      'AT+CMMSEDIT=1',
      'AT+CMMSDOWN="PIC",3,20000,"a.bin"',
      '<3 octets>',
      'AT+CMMSDOWN="TITLE",2,20000',
      '<2 octets>',
      'AT+CMMSDOWN="TEXT",5,20000,"slide1.txt"',
      '<5 octets>',
      'AT+CMMSRECP="+447700900123"',
      'AT+CMMSCC="+447700900124"',
      'AT+CMMSVIEW',
      'AT+CMMSSEND',
      'AT+CMMSEDIT=0',
      'AT+CMMSTERM',
      'AT+SAPBR=0,1',
    ]);
    expect(steps.filter(({ commits }) => commits).map(({ send }) => send)).toEqual(['AT+CMMSSEND\r']);
    expect(steps[12]?.expect).toEqual(['CONNECT']);
  });

  it('by a SIM7600', async () => {
    const steps = await modemSteps(await message(), { dialect: 'sim7600', network: NETWORK });
    expect(lines(steps).slice(0, 6)).toEqual([
      'AT+CMMSEDIT=0',
      'AT+CMMSCURL="http://mmsc.example"',
      'AT+CMMSPROTO=1,"10.0.0.172",80',
      'AT+CMMSEDIT=1',
      'AT+CMMSDOWN="PIC",3,"a.bin"',
      '<3 octets>',
    ]);
    const sent = steps.find(({ commits }) => commits);
    expect(sent).toMatchObject({ send: 'AT+CMMSSEND\r', expect: ['+CMMSSEND: 0'] });
  });

  it('by a Quectel, accepted by its last line alone', async () => {
    const steps = await modemSteps(await message(), { dialect: 'quectel', network: NETWORK });
    const sent = lines(steps);
    expect(sent).toContain('AT+QICSGP=1,1,"mms","","",1');
    expect(sent).toContain('AT+QMMSEDIT=1,1,"+447700900123"');
    expect(sent).toContain('AT+QMMSEDIT=2,1,"+447700900124"');
    expect(sent).toContain('AT+QMMSEDIT=4,1,"Hi"');
    expect(sent).toContain('AT+QFUPL="RAM:a.bin",3,20');
    expect(steps[sent.indexOf('<3 octets>')]?.expect).toEqual(['+QFUPL: 3,202']);
    expect(sent).toContain('AT+QMMSEDIT=5,1,"RAM:a.bin"');
    expect(steps.find(({ commits }) => commits)).toMatchObject({
      send: 'AT+QMMSEND=300\r',
      expect: ['+QMMSEND: 0,200'],
    });
    expect(sent.join()).not.toContain('smil');
  });

  it('waits as long as octets take', async () => {
    const big = {
      ...(await message()),
      presentation: await presentation()
        .attach({ name: 'b.bin', data: new Uint8Array(300_000), type: 'application/octet-stream' })
        .build(),
    };
    const steps = await modemSteps(big, { dialect: 'sim800', network: NETWORK, baud: 9600 });
    expect(lines(steps)).toContain('AT+CMMSDOWN="PIC",300000,625000,"b.bin"');
  });

  it.each([[{ apn: 'a"b', mmsc: 'x' }], [{ apn: 'a', mmsc: 'x\r\nATD123' }]])('refuses %j', async network => {
    for (const dialect of ['sim800', 'quectel'] as const)
      await expect(modemSteps(await message(), { dialect, network })).rejects.toMatchObject({
        code: 'submit/character',
      });
  });

  it('goes to blind copies too', async () => {
    const copied = { ...(await message()), bcc: ['447700900125'] };
    expect(lines(await modemSteps(copied, { dialect: 'sim800', network: NETWORK }))).toContain(
      'AT+CMMSBCC="+447700900125"',
    );
  });

  it('needs a dialect and a network', async () => {
    await expect(modemSteps(await message())).rejects.toMatchObject({
      code: 'submit/missing',
      path: 'options.dialect',
    });
    await expect(modemSteps(await message(), { network: NETWORK })).rejects.toMatchObject({
      code: 'submit/missing',
      path: 'options.dialect',
    });
    await expect(modemSteps(await message(), { dialect: 'quectel' })).rejects.toMatchObject({
      path: 'options.network',
    });
  });
});

describe('an MMS with less, or more, than usual', () => {
  const bare = async () => {
    const { kind, to, presentation: content } = await message();
    return { kind, to, presentation: content };
  };
  const direct: ModemNetwork = { apn: 'mms', mmsc: 'http://mmsc.example' };

  it.each(['sim800', 'sim7600', 'quectel'] as const)('has no title and no proxy by a %s', async dialect => {
    const sent = lines(await modemSteps(await bare(), { dialect, network: direct })).join('\n');
    expect(sent).not.toMatch(/TITLE|QMMSEDIT=4,1|CMMSPROTO/);
    expect(sent).toContain('http://mmsc.example');
  });

  it('names the account of the access point', async () => {
    const network = { ...direct, username: 'web', password: 'secret' };
    const sent = lines(await modemSteps(await bare(), { dialect: 'sim800', network }));
    expect(sent.slice(3, 6)).toEqual([
      'AT+SAPBR=3,1,"APN","mms"',
      'AT+SAPBR=3,1,"USER","web"',
      'AT+SAPBR=3,1,"PWD","secret"',
    ]);
  });
});
