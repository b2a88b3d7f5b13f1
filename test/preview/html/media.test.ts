import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { renderPreview } from '../../../src/preview/index.ts';
import { amr, concat, exif, JPEG_MAGIC, latin1, WBMP } from '../../media/samples.ts';
import { looseMessage, messageOfSmil, named } from '../message.ts';

const one = { phones: [{ id: 'one' }] };

describe('the media of a page', () => {
  it('are as a picture is seen, which its camera may have held upright', async () => {
    const jpeg = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer();
    const block = concat(latin1('Exif\0\0'), exif(6));
    const data = concat(jpeg.subarray(0, 2), [0xff, 0xe1, 0, block.length + 2], block, jpeg.subarray(2));
    const message = looseMessage([{ contentType: 'image/jpeg', contentLocation: 'a.jpg', data }]);
    expect(renderPreview(message, one)).toContain('<image id="part1" width="30" height="40"');
  });

  it('show a damaged picture by its name', async () => {
    const smil =
      '<smil><head><layout/></head><body><par dur="1s"><img src="a.wbmp"/><img src="a.jpg"/></par></body></smil>';
    const message = messageOfSmil(smil, [
      named('a.wbmp', 'image/vnd.wap.wbmp', WBMP.subarray(0, 5)),
      named('a.jpg', 'image/jpeg', JPEG_MAGIC),
    ]);
    const page = renderPreview(message, one);
    expect(page).not.toContain('<image');
    expect(page).toContain('>a.wbmp: vnd.wap.wbmp<');
    expect(page).toContain('>a.jpg: jpeg<');
  });

  it('show a sound that is no tune by its name, and how long it is', () => {
    const message = looseMessage([
      { contentType: 'audio/amr', contentLocation: 'a.amr', data: amr(50) },
      { contentType: 'audio/midi', contentLocation: 'a.mid', data: latin1('MThd') },
    ]);
    const page = renderPreview(message, one);
    expect(page).toContain('a.amr: amr, 1.0 s <span class="soft">(not played here)</span>');
    expect(page).toContain('a.mid: midi <span class="soft">(not played here)</span>');
    expect(page).not.toContain('data-notes="');
  });
});
