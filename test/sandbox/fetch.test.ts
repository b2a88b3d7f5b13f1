import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probeImage } from '../../src/media/index.ts';
import { decodePdu } from '../../src/mms/index.ts';
import { presentation } from '../../src/presentation/index.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { GatewayClient } from '../../src/submit/index.ts';

const TO = ['447700900123'];

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
  const client = new GatewayClient({ username: 'user', pin: '1234', servers: [sandbox.url] });
  const picture = new Uint8Array(
    await sharp({ create: { width: 800, height: 600, channels: 3, background: '#c00' } })
      .png()
      .toBuffer(),
  );
  const message = await presentation()
    .slide({ image: { data: picture, name: 'red.png' }, text: 'red' })
    .build();
  await client.send({ kind: 'mms', to: TO, presentation: message });
  await client.send({ kind: 'mms', to: TO, presentation: message, phoneMake: 'Nokia', phoneModel: '3510i' });
  await client.send({ kind: 'mms', to: TO, presentation: message, adapt: false });
  await client.send({ kind: 'wap-push', to: TO, file: { name: 'red.png', data: picture } });
});
afterAll(() => sandbox.close());

async function get(path: string, headers: Record<string, string>): Promise<Uint8Array> {
  const response = await fetch(`${sandbox.inboxUrl}${path}`, { headers });
  return new Uint8Array(await response.arrayBuffer());
}

/** Format and width of the picture that a phone with these headers fetches. */
async function pictureOf(number: number, headers: Record<string, string>): Promise<string> {
  const pdu = decodePdu(await get(`mms/${number}`, headers));
  const parts = 'parts' in pdu ? (pdu.parts ?? []) : [];
  const found = parts.map(({ data }) => probeImage(data)).find(image => image !== undefined);
  return `${found?.format} ${found?.width}`;
}

describe('a phone that fetches a message', () => {
  it('gets its pictures by x-wap-profile, by User-Agent, or as the submission says', async () => {
    expect(await pictureOf(1, {})).toBe('png 640');
    expect(await pictureOf(1, { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0)' })).toBe('png 640');
    expect(await pictureOf(1, { 'User-Agent': 'Nokia3510i/1.0 (05.25) Profile/MIDP-1.0' })).toBe('png 352');
    const t610 = { 'x-wap-profile': '"http://wap.sonyericsson.com/UAprof/T610R101.xml"' };
    expect(await pictureOf(1, t610)).toMatch(/^(?:jpeg|gif) 120$/);
    expect(await pictureOf(1, { ...t610, 'User-Agent': 'Nokia3510i/1.0' })).toMatch(/^(?:jpeg|gif) 120$/);
    expect(await pictureOf(1, { Profile: 'http://nds.nokia.com/uaprof/N3510ir100.xml' })).toBe('png 352');
    expect(await pictureOf(2, {})).toBe('png 352');
    expect(await pictureOf(2, t610)).toMatch(/^(?:jpeg|gif) 120$/);
  });

  it('gets them as they are when the submission says so', async () => {
    expect(await pictureOf(3, { 'User-Agent': 'Nokia3510i/1.0' })).toBe('png 800');
  });

  it('gets the file of a WAP Push so too', async () => {
    const file = await get('messages/4/file', { 'User-Agent': 'Nokia3510i/1.0' });
    expect(probeImage(file)).toMatchObject({ format: 'png', width: 352 });
  });

  it('that nobody has sent anything gets nothing', async () => {
    const response = await fetch(`${sandbox.inboxUrl}mms/99`, {
      headers: { 'User-Agent': 'Nokia3510i/1.0' },
    });
    expect(response.status).toBe(404);
  });
});

describe('an operator logo for a network by name', () => {
  const bitmap = { width: 72, height: 14, rows: Array.from({ length: 14 }, () => '#.'.repeat(36)) };
  const client = new GatewayClient({ username: 'user', pin: '1234', servers: ['https://example.com/'] });

  it('is sent with its numbers', async () => {
    const named = await client.prepare({
      kind: 'operator-logo',
      to: TO,
      bitmap,
      network: 'Rakuten Mobile(MNO)',
    });
    const numbered = await client.prepare({ kind: 'operator-logo', to: TO, bitmap, mcc: '440', mnc: '11' });
    expect(named).toEqual(numbered);
  });

  it('is refused for a name that several have, and for numbers that mean another', async () => {
    await expect(
      client.prepare({ kind: 'operator-logo', to: TO, bitmap, network: 'vodafone' }),
    ).rejects.toThrow(expect.objectContaining({ code: 'networks/ambiguous-network' }));
    await expect(
      client.prepare({ kind: 'operator-logo', to: TO, bitmap, network: '440-11', mcc: '234', mnc: '10' }),
    ).rejects.toThrow(expect.objectContaining({ code: 'submit/conflict' }));
  });
});
