import { describe, expect, it } from 'vitest';
import {
  acceptsCharset,
  acceptsType,
  type ClassifiedMessage,
  classMisfits,
  contentClass,
  contentClasses,
  findProfile,
  imageConstraints,
  mediaKind,
  narrow,
  profiles,
  readProfile,
  smallestContentClass,
} from '../../src/media/index.ts';
import { utf16le } from './samples.ts';

const image = (width: number, height: number, contentType = 'image/jpeg') => ({ contentType, width, height });

describe('the tables', () => {
  it('name each profile once, with a source', () => {
    expect(new Set(profiles.map(profile => profile.id)).size).toBe(profiles.length);
    for (const profile of profiles) {
      expect(profile.source).toMatch(/\S/);
      expect(profile.accept.some(type => mediaKind(type) === 'image')).toBe(true);
      expect(imageConstraints(profile).formats).toContain('jpeg');
    }
  });

  it('grow from class to class', () => {
    for (const [i, row] of contentClasses.entries()) {
      const next = contentClasses[i + 1] ?? row;
      expect(next.maxBytes).toBeGreaterThanOrEqual(row.maxBytes);
      expect(next.accept).toEqual(expect.arrayContaining([...row.accept]));
    }
  });
});

describe('smallestContentClass', () => {
  const text = { contentType: 'text/plain; charset=utf-8' };
  const smil = { contentType: 'application/smil' };
  const K = 1024;

  it.each<[string, ClassifiedMessage, string | undefined]>([
    ['text', { bytes: 30 * K - 1, parts: [smil, text] }, 'text'],
    ['text, full', { bytes: 30 * K, parts: [smil, text] }, 'text'],
    ['text, one octet more', { bytes: 30 * K + 1, parts: [smil, text] }, 'image-rich'],
    ['a card', { bytes: 100, parts: [{ contentType: 'text/x-vCard' }] }, 'text'],
    ['speech', { bytes: 100, parts: [{ contentType: 'audio/amr' }] }, 'image-basic'],
    ['a tune', { bytes: 100, parts: [{ contentType: 'audio/sp-midi' }] }, 'image-rich'],
    ['159x119', { bytes: 30 * K, parts: [image(159, 119)] }, 'image-basic'],
    ['160x120', { bytes: 30 * K, parts: [image(160, 120, 'image/jpg')] }, 'image-basic'],
    ['161x120', { bytes: 30 * K, parts: [image(161, 120)] }, 'image-rich'],
    ['160x121', { bytes: 30 * K, parts: [image(160, 121)] }, 'image-rich'],
    ['30 kB and one', { bytes: 30 * K + 1, parts: [image(160, 120)] }, 'image-rich'],
    ['640x480', { bytes: 100 * K, parts: [image(640, 480)] }, 'image-rich'],
    ['100 kB and one', { bytes: 100 * K + 1, parts: [image(640, 480)] }, 'video-rich'],
    ['641x480', { bytes: 100, parts: [image(641, 480)] }, 'megapixel'],
    ['640x481', { bytes: 100, parts: [image(640, 481)] }, 'megapixel'],
    ['a portrait of VGA', { bytes: 100, parts: [image(480, 640)] }, 'megapixel'],
    ['300 kB', { bytes: 300 * K, parts: [image(640, 480)] }, 'video-rich'],
    ['300 kB and one', { bytes: 300 * K + 1, parts: [image(640, 480)] }, 'megapixel'],
    ['1600x1200', { bytes: 600 * K, parts: [image(1600, 1200)] }, 'megapixel'],
    ['1601x1200', { bytes: 100, parts: [image(1601, 1200)] }, undefined],
    ['1600x1201', { bytes: 100, parts: [image(1600, 1201)] }, undefined],
    ['600 kB and one', { bytes: 600 * K + 1, parts: [text] }, undefined],
    ['a film of QCIF', { bytes: 100 * K, parts: [image(176, 144, 'video/3gpp')] }, 'video-basic'],
    ['a film, 100 kB and one', { bytes: 100 * K + 1, parts: [image(128, 96, 'video/3gpp')] }, 'video-rich'],
    ['a film of another size', { bytes: 100, parts: [image(320, 240, 'video/3gpp')] }, undefined],
    ['a film of unknown size', { bytes: 100, parts: [{ contentType: 'video/3gpp' }] }, 'video-basic'],
    ['XHTML', { bytes: 100, parts: [{ contentType: 'application/vnd.wap.xhtml+xml' }] }, 'megapixel'],
    ['PNG, which needs conversion', { bytes: 100, parts: [image(10, 10, 'image/png')] }, undefined],
    ['a picture of unknown size', { bytes: 100, parts: [{ contentType: 'image/gif' }] }, undefined],
    ['Latin-1', { bytes: 100, parts: [{ contentType: 'text/plain', charset: 'ISO-8859-1' }] }, undefined],
    ['nothing', { bytes: 100, parts: [] }, 'text'],
  ])('%s', (_, message, expected) => {
    expect(smallestContentClass(message)).toBe(expected);
  });

  it('says why a class does not hold a message', () => {
    const basic = contentClass('image-basic');
    expect(basic).toBeDefined();
    if (basic === undefined) return;
    const parts = [text, image(200, 100), { contentType: 'audio/midi' }];
    expect(classMisfits({ bytes: 40_000, parts }, basic)).toEqual([
      { reason: 'bytes' },
      { reason: 'image-size', part: 1 },
      { reason: 'type', part: 2 },
    ]);
  });
});

describe('what a profile takes', () => {
  it('goes by type, in any case and by other names', () => {
    const phone = { accept: ['Image/JPG', 'audio/*'] };
    const taken = ['image/jpeg', 'image/pjpeg; q=1', 'audio/amr', 'text/plain', 'application/smil'];
    expect(taken.map(type => acceptsType(phone, type))).toEqual(taken.map(() => true));
    expect(acceptsType(phone, 'image/gif')).toBe(false);
    expect(acceptsType({ accept: ['*/*'] }, 'application/x-odd')).toBe(true);
  });

  it('and charset', () => {
    expect(acceptsCharset({}, 'UTF-8')).toBe(true);
    expect(acceptsCharset({}, 'iso-8859-1')).toBe(false);
    expect(acceptsCharset({ charsets: ['ISO-8859-1'] }, 'iso-8859-1')).toBe(true);
  });

  it('becomes the constraints of a picture', () => {
    expect(imageConstraints(findProfile('sonyericsson-t68i'))).toEqual({
      formats: ['jpeg', 'gif', 'wbmp'],
      animation: true,
      maxBytes: 51_200,
      maxWidth: 160,
      maxHeight: 120,
    });
  });

  it('has a name that is known', () => {
    expect(findProfile('OMA-Image-Basic')).toMatchObject({
      maxBytes: 30_720,
      maxImage: { width: 160, height: 120 },
    });
    expect(() => findProfile('nokia-9999')).toThrow(
      expect.objectContaining({ code: 'media/unknown-profile' }),
    );
  });
});

describe('narrow', () => {
  const phone = { id: 'phone', accept: [], maxBytes: 100, maxImage: { width: 640, height: 480 } };

  it('takes the smaller of two bounds, and the picture that fits both', () => {
    expect(narrow(phone, {})).toEqual(phone);
    expect(narrow(phone, { maxBytes: 200 }).maxBytes).toBe(100);
    expect(narrow(phone, { maxBytes: 50 })).toEqual({ ...phone, maxBytes: 50 });
    expect(narrow(phone, { maxImage: { width: 480, height: 640 } }).maxImage).toEqual({
      width: 480,
      height: 480,
    });
    expect(narrow({}, { maxBytes: 50 })).toEqual({ maxBytes: 50 });
    expect(narrow({}, {})).toEqual({});
  });
});

const UAPROF = `<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:prf="http://www.openmobilealliance.org/tech/profiles/UAPROF/ccppschema-20021212#">
 <rdf:Description rdf:ID="Profile">
  <prf:component><rdf:Description rdf:ID="HardwarePlatform">
   <prf:ScreenSize>128x160</prf:ScreenSize><prf:Model>X</prf:Model>
  </rdf:Description></prf:component>
  <prf:component><rdf:Description rdf:ID="MmsCharacteristics">
   <prf:MmsMaxMessageSize>102400</prf:MmsMaxMessageSize>
   <prf:MmsMaxImageResolution> 640x480 </prf:MmsMaxImageResolution>
   <prf:MmsCcppAccept><rdf:Bag>
    <rdf:li>image/jpeg</rdf:li><rdf:li>image/gif; q=0.5</rdf:li>
    <rdf:li>audio/amr</rdf:li>
   </rdf:Bag></prf:MmsCcppAccept>
   <prf:MmsCcppAccept-CharSet><rdf:Bag><rdf:li>US-ASCII</rdf:li><rdf:li>UTF-8</rdf:li></rdf:Bag></prf:MmsCcppAccept-CharSet>
  </rdf:Description></prf:component>
 </rdf:Description>
</rdf:RDF>`;

describe('readProfile', () => {
  it('reads JSON', async () => {
    const profile = {
      maxBytes: 50_000,
      maxImage: { width: 320, height: 240 },
      accept: ['image/jpeg'],
      animation: true,
    };
    expect(await readProfile(JSON.stringify(profile), 'mine')).toEqual({ id: 'mine', ...profile });
    expect(await readProfile(`\ufeff${JSON.stringify({ ...profile, id: 'x' })}`, 'mine')).toMatchObject({
      id: 'x',
    });
    for (const built of profiles) expect(await readProfile(JSON.stringify(built), '')).toEqual(built);
  });

  it('reads UAProf, also of old and careless makers', async () => {
    const expected = {
      id: 'phone',
      maxBytes: 102_400,
      maxImage: { width: 640, height: 480 },
      screen: { width: 128, height: 160 },
      accept: ['image/jpeg', 'image/gif', 'audio/amr'],
      charsets: ['us-ascii', 'utf-8'],
      animation: true,
      source: 'UAProf',
    };
    expect(await readProfile(UAPROF, 'phone')).toEqual(expected);
    expect(await readProfile(UAPROF.replaceAll('prf:Mms', 'ccpp:MMS'), 'phone')).toEqual(expected);
    expect(await readProfile(utf16le(UAPROF), 'phone')).toEqual(expected);
    const odd = UAPROF.replace('102400', 'much').replace(' 640x480 ', 'VGA');
    expect(Object.keys(await readProfile(odd, 'phone'))).not.toContain('maxBytes');
  });

  it.each([
    ['{', /not JSON/, 0],
    ['[]', /expected a profile object/, 0],
    ['null', /expected a profile object/, 0],
    ['{}', /accept: expected the media types/, 1],
    ['{"accept":"image/jpeg","maxBytes":-1,"maxImage":{"width":1},"colour":1}', /accept: expected a list/, 4],
    ['{"accept":[],"__proto__":{"maxBytes":1}}', /no such key/, 1],
    ['<rdf:RDF/>', /no MmsCcppAccept/, 0],
  ])('refuses %s', async (text, message, count) => {
    const refused = readProfile(text, 'x');
    await expect(refused).rejects.toThrow(expect.objectContaining({ code: 'media/invalid-profile' }));
    await expect(refused).rejects.toThrow(message);
    const error: unknown = await refused.catch((caught: unknown) => caught);
    expect(error).toMatchObject(count === 0 ? {} : { details: { issues: { length: count } } });
  });

  it('refuses XML that is none', async () => {
    await expect(readProfile('<a>', 'x')).rejects.toThrow(
      expect.objectContaining({ code: 'xml/not-well-formed' }),
    );
    await expect(readProfile(new Uint8Array([0xff, 0xff]), 'x')).rejects.toThrow(
      expect.objectContaining({ name: 'MmsError' }),
    );
  });
});
