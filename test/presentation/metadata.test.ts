import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFolder, writeZip } from '../../src/archive/index.ts';
import { adapt } from '../../src/cli/commands/adapt.ts';
import { compose } from '../../src/cli/commands/compose.ts';
import { imageMetadata } from '../../src/media/index.ts';
import { type MetadataMode, Presentation, presentation } from '../../src/presentation/index.ts';
import { photo } from '../media/pictures.ts';
import { runCommand } from '../support/cli.ts';

let root = '';
let folder = '';
let told: Uint8Array = new Uint8Array();
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'mms-metadata-'));
  folder = mkdtempSync(join(root, 'message-'));
  told = await photo(48, 32)
    .jpeg()
    .withExif({ IFD0: { Make: 'Acme' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
    .toBuffer();
  writeFileSync(join(folder, 'photo.jpg'), told);
});
afterAll(() => rmSync(root, { recursive: true }));

const pictureOf = ({ parts }: Presentation): Uint8Array =>
  parts.find(({ kind }) => kind === 'image')?.data ?? new Uint8Array();

type Options = { readonly metadata?: MetadataMode };

/** Every way in which a picture comes into a message. */
const WAYS: Readonly<Record<string, (options: Options) => Promise<Presentation>>> = {
  builder: options =>
    presentation({ baseDir: folder, ...options })
      .slide({ image: 'photo.jpg' })
      .build(),
  'builder with octets': options =>
    presentation(options)
      .slide({ image: { data: told, name: 'a.jpg' } })
      .build(),
  attachment: options =>
    presentation({ baseDir: folder, ...options })
      .attach('photo.jpg')
      .build(),
  'key of a manifest': options =>
    Presentation.fromManifest({ ...options, slides: [{ image: 'photo.jpg' }] }, { baseDir: folder }),
  'option of a manifest': options =>
    Presentation.fromManifest({ slides: [{ image: 'photo.jpg' }] }, { baseDir: folder, ...options }),
  'part that a manifest lists': options =>
    Presentation.fromManifest(
      { parts: [{ src: 'photo.jpg', type: 'image/jpeg' }] },
      { baseDir: folder, ...options },
    ),
  files: options => Presentation.fromFiles([{ name: 'photo.jpg', data: told }], options),
  folder: options => Presentation.fromFolder(folder, options),
  ZIP: async options => Presentation.fromZip(await writeZip([{ name: 'photo.jpg', data: told }]), options),
  'ZIP with SMIL': async options => {
    const smil = new TextEncoder().encode('<smil><body><par><img src="photo.jpg"/></par></body></smil>');
    const files = [
      { name: 'a.smil', data: smil },
      { name: 'photo.jpg', data: told },
    ];
    return Presentation.fromZip(await writeZip(files), options);
  },
};

describe.each(Object.entries(WAYS))('a picture from: %s', (_way, open) => {
  it('tells nothing of its maker, and the findings say so', async () => {
    const message = await open({});
    expect(imageMetadata(pictureOf(message))).toEqual([]);
    expect(message.issues).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'media/location', fixed: true }),
        expect.objectContaining({ code: 'media/personal-metadata', fixed: true }),
      ]),
    );
  });

  it('stays octet by octet when told to keep it', async () => {
    const message = await open({ metadata: 'keep' });
    expect(Buffer.from(pictureOf(message))).toEqual(Buffer.from(told));
    expect(message.issues.filter(({ code }) => code.startsWith('media/'))).toEqual([]);
  });
});

describe('a picture that is fitted to the budget of a manifest', () => {
  it.each(['strip', 'keep'] as const)('%s', async metadata => {
    const message = await Presentation.fromManifest(
      { metadata, budget: { bytes: 100_000 }, slides: [{ image: 'photo.jpg' }] },
      { baseDir: folder },
    );
    expect(imageMetadata(pictureOf(message)).includes('gps')).toBe(metadata === 'keep');
  });
});

describe('what was received', () => {
  const received = async (): Promise<Presentation> =>
    presentation({ baseDir: folder, metadata: 'keep' }).slide({ image: 'photo.jpg' }).build();

  it('stays as it is when a .mms is read, and when it is unpacked and composed', async () => {
    const octets = (await received()).toMms();
    const read = Presentation.fromMms(octets);
    expect(read.toMms()).toEqual(octets);
    const unpacked = mkdtempSync(join(root, 'unpacked-'));
    await writeFolder(unpacked, read.unpack());
    expect((await Presentation.fromFolder(unpacked)).toMms()).toEqual(octets);
  });

  it('loses it when the picture is exchanged after unpacking', async () => {
    const unpacked = mkdtempSync(join(root, 'edited-'));
    await writeFolder(unpacked, (await received()).unpack());
    const other = await photo(20, 20)
      .jpeg()
      .withExif({ IFD0: { Make: 'Acme' } })
      .toBuffer();
    writeFileSync(join(unpacked, 'photo.jpg'), other);
    const message = await Presentation.fromFolder(unpacked);
    expect(imageMetadata(pictureOf(message))).toEqual([]);
    expect(message.issues).toContainEqual(
      expect.objectContaining({ code: 'media/personal-metadata', path: 'parts[1]', fixed: true }),
    );
  });

  it.each(['strip', 'keep'] as const)('adapt: %s', async metadata => {
    const message = Presentation.fromMms((await received()).toMms());
    const adapted = await message.adapt({ maxBytes: 100_000 }, { metadata });
    expect(imageMetadata(pictureOf(adapted.presentation)).includes('gps')).toBe(metadata === 'keep');
    const { issues } = adapted.presentation;
    expect(issues.some(({ code, fixed }) => code === 'media/location' && fixed === true)).toBe(
      metadata === 'strip',
    );
  });

  it('adapt says so too when a picture that should keep it is re-encoded', async () => {
    const message = Presentation.fromMms((await received()).toMms());
    const adapted = await message.adapt({ maxImage: { width: 20, height: 20 } }, { metadata: 'keep' });
    expect(imageMetadata(pictureOf(adapted.presentation))).toEqual([]);
    expect(adapted.presentation.issues).toContainEqual(expect.objectContaining({ code: 'media/location' }));
  });
});

describe('on the command line', () => {
  const out = (): string => join(folder, 'out.mms');
  const composed = (): Uint8Array => pictureOf(Presentation.fromMms(new Uint8Array(readFileSync(out()))));

  it('compose takes it off and says so', async () => {
    const { stderr } = await runCommand(compose, [join(folder, 'photo.jpg'), '-o', out()]);
    expect(stderr).toMatch(/photo\.jpg {2}warning {2}media\/location .*\[fixed\]/);
    expect(imageMetadata(composed())).toEqual([]);
  });

  it('compose and adapt keep it with --keep-metadata', async () => {
    await runCommand(compose, [join(folder, 'photo.jpg'), '-o', out(), '--keep-metadata']);
    expect(Buffer.from(composed())).toEqual(Buffer.from(told));
    const smaller = join(folder, 'adapted.mms');
    await runCommand(adapt, [out(), '--max-size', '100kB', '--keep-metadata', '-o', smaller]);
    const kept = pictureOf(Presentation.fromMms(new Uint8Array(readFileSync(smaller))));
    expect(imageMetadata(kept)).toContain('gps');
  });
});
