import { describe, expect, it } from 'vitest';
import { encodePdu } from '../../../src/mms/index.ts';
import { renderPreview } from '../../../src/preview/index.ts';
import { isoMedia, mp3 } from '../../media/samples.ts';
import { looseMessage, named } from '../message.ts';

describe('the list of parts', () => {
  it('plays sounds and films that browsers play', () => {
    const page = renderPreview(
      looseMessage([
        { contentType: 'audio/mpeg', contentLocation: 'a.mp3', data: mp3(2) },
        { contentType: 'video/3gpp', contentLocation: 'a.3gp', data: isoMedia('3gp4', ['vide'], 1000) },
      ]),
    );
    expect(page).toMatch(/<audio id="part1" controls preload="none" src="data:audio\/mpeg;base64,/);
    expect(page).toMatch(/<video id="part2" controls preload="none" src="data:video\/3gpp;base64,/);
  });

  it('has the content of parts of the same octets once', () => {
    const part = { contentType: 'application/pdf', data: new TextEncoder().encode('%PDF-1.4') };
    const page = renderPreview(
      looseMessage([
        { ...part, contentLocation: 'a.pdf' },
        { ...part, contentLocation: 'b.pdf' },
      ]),
    );
    expect(page.match(/download="[^"]*"/g)).toEqual(['download="a.pdf"']);
  });

  it('gives a type that no address can have as octets', () => {
    const page = renderPreview(looseMessage([named('a', 'application/x~y', new Uint8Array(3))]));
    expect(page).toContain('href="data:application/octet-stream;base64,AAAA"');
    expect(page).toContain('>a: x~y<');
  });
});

it('the header fields are texts, lists with commas, and JSON', () => {
  const octets = encodePdu({
    messageType: 'm-send-req',
    transactionId: 'T1',
    from: 'insert-address',
    to: ['+447700900123', '+447700900124'],
    expiry: { relative: 3600 },
    contentType: { type: 'application/vnd.wap.multipart.mixed' },
    parts: [],
  });
  const page = renderPreview(octets);
  expect(page).toMatch(/<th scope="row">to<\/th><td>\+447700900123\S*, \+447700900124/);
  expect(page).toContain('<th scope="row">expiry</th><td>{&quot;relative&quot;:3600}</td>');
});
