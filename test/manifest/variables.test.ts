import { describe, expect, it } from 'vitest';
import { acceptManifest, checkManifest } from '../../src/manifest/index.ts';

describe('variables', () => {
  it('stand in subject, texts, alt, addresses and paths', () => {
    const { manifest, issues } = acceptManifest({
      vars: { name: 'Ann', price: 4.5, sku: 'a-1', isNew: true, number: '+447700900123' },
      subject: 'For {{name}}',
      to: ['{{number}}'],
      slides: [
        { image: 'img/{{sku}}.jpg', alt: '{{ name }}', text: '{{name}}, only {{price}}! {{isNew}}' },
        { text: { value: '{{price}}{{price}}' }, audio: { src: '{{sku}}.amr' } },
      ],
      attachments: ['{{sku}}.vcf', { value: 'FN:{{name}}', name: 'me.vcf' }],
      out: { mms: 'dist/[target]/{{sku}}.mms' },
    });
    expect(issues).toEqual([]);
    expect(manifest).toMatchObject({
      subject: 'For Ann',
      to: ['+447700900123'],
      slides: [
        { image: 'img/a-1.jpg', alt: 'Ann', text: 'Ann, only 4.5! true' },
        { text: { value: '4.54.5' }, audio: { src: 'a-1.amr' } },
      ],
      attachments: ['a-1.vcf', { value: 'FN:Ann' }],
      out: { mms: 'dist/[target]/a-1.mms' },
    });
  });

  it('are looked at once: what replaces a variable is text', () => {
    const { manifest } = acceptManifest({ vars: { a: '{{b}}', b: 'c' }, slides: [{ text: '{{a}}' }] });
    expect(manifest?.slides).toEqual([{ text: '{{b}}' }]);
  });

  it('come from the caller as well, and win', () => {
    const message = { vars: { a: 'x', b: 'y' }, slides: [{ text: '{{a}}{{b}}{{c}}' }] };
    const { manifest } = acceptManifest(message, { vars: { b: 2, c: 'z' } });
    expect(manifest?.slides).toEqual([{ text: 'x2z' }]);
    expect(message.slides).toEqual([{ text: '{{a}}{{b}}{{c}}' }]);
  });

  it('without a value are an error with a hint', () => {
    expect(
      checkManifest({ vars: { name: 'a' }, slides: [{ text: 'Hello {{nmae}}, {{city}}' }] }),
    ).toMatchObject([
      { code: 'manifest/unknown-variable', path: 'slides[0].text', hint: 'did you mean name?' },
      { code: 'manifest/unknown-variable', path: 'slides[0].text', hint: 'give vars.city a value' },
    ]);
    expect(checkManifest({ slides: [{ text: '{{toString}}' }] })).toHaveLength(1);
  });

  it.each(['{{}}', '{{ }}', '{name}', '{{a b}}', '{{1}}', '{{-}}', '{{{', '}}'])(
    'leave %s as it is',
    text => {
      expect(acceptManifest({ slides: [{ text }] }).manifest?.slides).toEqual([{ text }]);
    },
  );

  it('leave the texts of an unpacked message alone', () => {
    expect(checkManifest({ subject: '{{name}}', parts: [{ src: 'a', type: 'a/b' }] })).toEqual([]);
  });

  it('of a wrong kind are an error of their own', () => {
    expect(checkManifest({ vars: { a: [1], 'b-c': 1 }, slides: [] })).toMatchObject([
      { code: 'manifest/type', path: 'vars.a' },
      { code: 'manifest/unknown-key', path: 'vars.b-c' },
    ]);
  });

  it('cannot make more text than a manifest may have', () => {
    const vars = { a: 'x'.repeat(100_000) };
    const [found, ...others] = checkManifest({ vars, slides: [{ text: '{{a}}'.repeat(100_000) }] });
    expect(found).toMatchObject({ code: 'manifest/too-large', path: 'slides[0].text' });
    expect(others).toEqual([]);
  });
});
