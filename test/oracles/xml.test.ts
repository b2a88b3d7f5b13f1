import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isMmsError } from '../../src/errors.ts';
import { parseXml } from '../../src/xml/index.ts';
import { mutate } from '../support/mutate.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { random, runs } from '../support/property.ts';
import { tally } from '../support/tally.ts';

const SAMPLES = [
  '<?xml version="1.0" encoding="UTF-8"?>\n<a b="1" c=\'&lt;\'>t<!--c--><![CDATA[<]]><?p q?><d/>&#65;</a>\n',
  '<smil><head><meta name="n" content="x&amp;y"/></head><body><par dur="5s"><img src="å.jpg"/></par></body></smil>',
  '<a><b c="1"></b><b><!-- x --></b>text</a><!-- tail -->',
].map(text => new TextEncoder().encode(text));

function isRead(bytes: Uint8Array): boolean {
  try {
    parseXml(bytes);
    return true;
  } catch (error) {
    if (isMmsError(error)) return false;
    throw error;
  }
}

/** True where the declaration names an encoding that is none. */
const isMangled = (bytes: Uint8Array): boolean =>
  / encoding="(?!UTF-8")/.test(new TextDecoder().decode(bytes));

/** Small slips that keep most of a document: what a mutation by octet seldom hits. */
function slip(bytes: Uint8Array, next: () => number): Uint8Array {
  const pieces = [
    '<',
    '>',
    '/',
    '"',
    "'",
    '&',
    '=',
    ' ',
    '<a>',
    '</a>',
    '<b/>',
    '<!--',
    '-->',
    '--',
    ']]>',
    '<?q?>',
  ];
  const text = new TextDecoder().decode(bytes);
  const at = Math.floor(next() * (text.length + 1));
  const piece = pieces[Math.floor(next() * pieces.length)] ?? '';
  return new TextEncoder().encode(text.slice(0, at) + piece + text.slice(at + Math.floor(next() * 3)));
}

describeWithOracle(['xmllint'], 'xmllint', () => {
  it('finds the same documents well-formed', context => {
    const folder = mkdtempSync(join(tmpdir(), 'mms-xml-'));
    try {
      const next = random();
      const documents = Array.from({ length: runs(400) }, (_, i) => {
        const sample = SAMPLES[i % SAMPLES.length] ?? new Uint8Array();
        const bytes = i % 4 === 0 ? mutate(sample, sample, next) : slip(sample, next);
        return { bytes, file: join(folder, `${i}.xml`) };
      });
      for (const { bytes, file } of documents) writeFileSync(file, bytes);
      const { stderr } = spawnSync('xmllint', ['--nonet', '--noout', ...documents.map(({ file }) => file)], {
        encoding: 'utf8',
        maxBuffer: 1e8,
      });
      const refused = new Set(
        [...stderr.matchAll(/^(.+\.xml):\d+: (?:parser|validity) ?error/gm)].map(([, file]) => file),
      );
      const differing = documents
        .filter(({ bytes, file }) => isRead(bytes) === refused.has(file))
        // xmllint takes a mangled name such as UTF--8 for UTF-8
        .filter(({ bytes }) => !isMangled(bytes))
        .map(
          ({ bytes, file }) =>
            `${refused.has(file) ? 'only we' : 'only xmllint'}: ${new TextDecoder().decode(bytes)}`,
        );
      expect(differing).toEqual([]);
      expect(refused.size).toBeGreaterThan(documents.length / 4);
      expect(refused.size).toBeLessThan(documents.length);
      tally(context, {
        subject: 'XML',
        oracle: 'xmllint',
        cases: documents.length,
        excused: documents.filter(({ bytes }) => isMangled(bytes)).length,
        fault: 'takes a mangled name such as UTF--8 for UTF-8',
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
