import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.ts';
import { findProfile, probeImage } from '../../src/media/index.ts';
import { decodePdu } from '../../src/mms/index.ts';
import { type Presentation, presentation } from '../../src/presentation/index.ts';

const KIB = 1024;
const TO = { to: ['+447700900123'] };

/** A photo-like picture: gradients, shapes and grain, so that its size grows with the quality. */
async function photo(seed: number, width = 1600, height = 1200): Promise<Uint8Array> {
  const grain = Buffer.alloc(width * height * 3);
  let state = seed * 7919 + 1;
  for (let i = 0; i < grain.length; i++) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    const [x, y] = [(i / 3) % width, Math.floor(i / 3 / width)];
    const shape = 90 * Math.sin((x * (1 + (seed % 3))) / 97) + 70 * Math.cos((y * (2 + (i % 3))) / 71);
    grain[i] = Math.max(0, Math.min(255, 128 + shape / 2 + ((state >> 16) % 24) - 12));
  }
  return new Uint8Array(
    await sharp(grain, { raw: { width, height, channels: 3 } })
      .jpeg({ quality: 92 })
      .toBuffer(),
  );
}

describe('adapting a message of six photos', () => {
  let message: Presentation;
  beforeAll(async () => {
    let builder = presentation({ subject: 'Holiday', to: TO.to });
    for (let i = 0; i < 6; i++) {
      builder = builder.slide({
        image: { data: await photo(i), name: `photo${i}.jpg` },
        text: `Day ${i + 1}`,
      });
    }
    message = await builder.build();
  });

  for (const kilobytes of [30, 100, 300, 600]) {
    it(`fits ${kilobytes} kB and uses it`, async () => {
      const limit = kilobytes * KIB;
      const { presentation: small, changes } = await message.adapt({
        maxBytes: limit,
        maxImage: { width: 1600, height: 1200 },
      });
      const bytes = small.toMms();
      expect(bytes.length).toBeLessThanOrEqual(limit);
      expect(bytes.length / limit).toBeGreaterThan(0.85);
      expect(small.sizeReport().total).toBe(bytes.length);
      expect(changes.filter(({ action }) => action === 'changed').length).toBeGreaterThanOrEqual(6);
      const pdu = decodePdu(bytes);
      expect('parts' in pdu ? pdu.parts : []).toHaveLength(13);
    });
  }

  it('adapting twice is adapting once', async () => {
    const profile = findProfile('oma-image-rich');
    const once = (await message.adapt(profile)).presentation;
    const twice = await once.adapt(profile);
    expect(toHex(twice.presentation.toMms())).toBe(toHex(once.toMms()));
    expect(twice.changes.every(({ action }) => action === 'kept')).toBe(true);
    for (const part of once.parts.filter(({ kind }) => kind === 'image')) {
      const info = probeImage(part.data);
      expect(info).toMatchObject({ format: 'jpeg' });
      expect(info?.width).toBeLessThanOrEqual(640);
    }
  });

  it('says what does not fit, with the size report', async () => {
    await expect(message.adapt({ maxBytes: 1500 })).rejects.toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^(?:size\/over-profile|media\/cannot-fit)$/) }),
    );
  });
});

describe('types that a receiver does not take', () => {
  const tone = new Uint8Array([
    0x4d, 0x54, 0x68, 0x64, 0, 0, 0, 6, 0, 0, 0, 1, 0, 96, 0x4d, 0x54, 0x72, 0x6b, 0, 0, 0, 4, 0, 0xff, 0x2f,
    0,
  ]);
  let message: Presentation;
  beforeAll(async () => {
    const png = new Uint8Array(
      await sharp({
        create: { width: 40, height: 30, channels: 4, background: { r: 200, g: 20, b: 20, alpha: 0.5 } },
      })
        .png()
        .toBuffer(),
    );
    message = await presentation({ to: TO.to })
      .slide({ image: { data: png, name: 'flag.png' }, audio: { data: tone, name: 'tone.mid' } })
      .slide({ text: 'Grüße' })
      .build();
  });
  const t68i = findProfile('sonyericsson-t68i');

  it('error: refused with the place', async () => {
    await expect(message.adapt(t68i)).rejects.toThrow(
      expect.objectContaining({ code: 'media/not-accepted', path: expect.stringMatching(/^parts\[\d\]$/) }),
    );
  });

  it('drop: the part and its reference go, the picture changes type and name everywhere', async () => {
    const { presentation: small, changes } = await message.adapt(t68i, { unsupported: 'drop' });
    expect(changes.find(({ name }) => name === 'tone.mid')).toMatchObject({ action: 'dropped', outBytes: 0 });
    const picture = small.parts.find(({ kind }) => kind === 'image');
    expect(picture?.name).toMatch(/^flag\.(?:jpg|gif)$/);
    expect(picture).toMatchObject({
      contentId: `<${picture?.name}>`,
      contentLocation: picture?.name,
      parameters: { name: picture?.name },
    });
    expect(small.smil?.text).toContain(`src="${picture?.name}"`);
    expect(small.smil?.text).not.toContain('tone.mid');
    expect(small.slides[0]?.image?.part).toBe(picture);
  });

  it('replace: a text says so, on the slide that has room for it', async () => {
    const { presentation: small } = await message.adapt(t68i, { unsupported: 'replace' });
    const text = small.slides[0]?.text?.part;
    expect(new TextDecoder().decode(text?.data)).toContain('tone.mid');
    expect(text?.contentType).toBe('text/plain');
  });

  it('convert: a caller plugs in a transcoder', async () => {
    const { presentation: small, changes } = await message.adapt(t68i, {
      convert: async part =>
        part.contentType === 'audio/midi'
          ? { data: new TextEncoder().encode('#!AMR\n<'), contentType: 'audio/amr' }
          : undefined,
    });
    expect(changes.find(({ name }) => name === 'tone.mid')).toMatchObject({
      newName: 'tone.amr',
      outType: 'audio/amr',
    });
    expect(small.smil?.text).toContain('tone.amr');
  });

  it('a message that fits does not change by an octet', async () => {
    const { presentation: same, changes } = await message.adapt({ maxBytes: 100_000 });
    expect(toHex(same.toMms())).toBe(toHex(message.toMms()));
    expect(changes.every(({ action }) => action === 'kept')).toBe(true);
  });

  it('a type gets the name that the receiver lists, the part keeps its own', async () => {
    const jpeg = await photo(1, 64, 48);
    const message = await presentation()
      .slide({ image: { data: jpeg, name: 'a.jpg' }, audio: { data: tone, name: 'b.mid' } })
      .build();
    const { presentation: renamed, changes } = await message.adapt({
      id: 'old',
      accept: ['image/jpg', 'audio/x-mid'],
    });
    const types = renamed.parts.map(({ name, contentType }) => [name, contentType]);
    expect(types).toContainEqual(['a.jpg', 'image/jpg']);
    expect(types).toContainEqual(['b.mid', 'audio/x-mid']);
    expect(changes.find(({ name }) => name === 'b.mid')).toMatchObject({
      action: 'changed',
      inType: 'audio/midi',
      outType: 'audio/x-mid',
      inBytes: tone.length,
      outBytes: tone.length,
      steps: ['audio/midi called audio/x-mid'],
    });
    const again = await renamed.adapt({ id: 'new', accept: ['image/jpg', 'image/jpeg', 'audio/*'] });
    expect(again.presentation.toMms(TO)).toEqual(renamed.toMms(TO));
  });

  it('a message whose slides all go becomes mixed', async () => {
    const sound = await presentation({ to: TO.to })
      .slide({ audio: { data: tone, name: 'tone.mid' } })
      .attach({ value: 'x', name: 'x.txt' })
      .build();
    const { presentation: small } = await sound.adapt(t68i, { unsupported: 'drop' });
    expect(small.smil).toBeUndefined();
    const pdu = decodePdu(small.toMms());
    expect(pdu).toMatchObject({ contentType: { type: 'application/vnd.wap.multipart.mixed' } });
  });

  it('a text gets a charset that is taken', async () => {
    const { presentation: small } = await message.adapt({
      id: 'old',
      accept: ['*/*'],
      charsets: ['us-ascii', 'iso-8859-1'],
    });
    const text = small.slides[1]?.text?.part;
    expect(text?.parameters).toMatchObject({ charset: 'iso-8859-1' });
    expect(toHex(text?.data ?? new Uint8Array())).toBe('4772fcdf65');
  });
});
