import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allHandsets, findHandset, type Handset } from '../../src/handsets/index.ts';
import type { Issue } from '../../src/issues/index.ts';
import { readProfile } from '../../src/media/index.ts';
import { DEBIAN_PYTHON, describeWithOracle } from '../support/oracle.ts';
import { type RebuiltProfile, rebuiltProfiles } from './uaprof-documents.ts';

/** What expat finds in a document, as written. */
interface ExpatFacts {
  readonly vendor: string;
  readonly model: string;
  readonly screensize: string;
  readonly mmsmaxmessagesize: string;
  readonly mmsmaximageresolution: string;
  readonly accept: readonly string[];
  readonly charsets: readonly string[];
}

/** What expat finds in all documents of a phone, merged by the rules of the table. */
interface ExpatPhone {
  readonly maxBytes: number | null;
  readonly maxImage: readonly number[] | null;
  readonly screen: readonly number[] | null;
  readonly accept: readonly string[];
  readonly charsets: readonly string[];
}

/** The id of the phone that a document is about; empty where it does not say. */
function phoneOf({ row: { vendor, model, file } }: RebuiltProfile): string {
  const address = file.replace(/^http_\//, 'http://');
  if (model === 'PMP3007C' || (model === '' && address === file)) return '';
  return findHandset(
    model === '' || (vendor === '' && address !== file && model === 'W395')
      ? address
      : { make: vendor, model },
  ).id;
}

function readByExpat(profiles: readonly RebuiltProfile[]): {
  readonly facts: readonly ExpatFacts[];
  readonly phones: Readonly<Record<string, ExpatPhone>>;
} {
  const input = profiles.map(profile =>
    JSON.stringify({ document: profile.document, phone: phoneOf(profile) }),
  );
  const { stdout, stderr, status } = spawnSync(DEBIAN_PYTHON, [join(import.meta.dirname, 'expat.py')], {
    input: input.join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** A handset in the form that the reader in Python gives. */
function plain({ maxBytes, maxImage, screen, accept, charsets }: Handset): ExpatPhone {
  return {
    maxBytes: maxBytes ?? null,
    maxImage: maxImage === undefined ? null : [maxImage.width, maxImage.height],
    screen: screen === undefined ? null : [screen.width, screen.height],
    accept: accept.toSorted(),
    charsets: charsets?.toSorted() ?? [],
  };
}

describeWithOracle(['python3'], 'user agent profiles', () => {
  const profiles = rebuiltProfiles();
  const { facts, phones } = readByExpat(profiles);

  it('are rebuilt with the facts that they come from', () => {
    const words = (text: string): string[] => text.split(' ').filter(word => word !== '');
    const written = profiles.map(({ row }) => ({
      vendor: row.vendor,
      model: row.model,
      screensize: row.screen,
      mmsmaxmessagesize: row.maxBytes,
      mmsmaximageresolution: row.maxImage,
      accept: words(row.accept),
      charsets: words(row.charsets),
    }));
    expect(facts.length).toBe(3111);
    expect(facts).toEqual(written);
  });

  it('are all read, with what expat finds', async () => {
    const layouts = new Set<string>();
    for (const [index, { document, layout }] of profiles.entries()) {
      const found = facts[index];
      const profile = await readProfile(document, 'phone');
      expect(profile.accept).toEqual(found?.accept.map(type => type.split(';', 1)[0]));
      expect(profile.charsets ?? []).toEqual(found?.charsets.map(name => name.toLowerCase()));
      expect(profile.maxBytes).toBe(
        /^\d+$/.test(found?.mmsmaxmessagesize ?? '') ? Number(found?.mmsmaxmessagesize) : undefined,
      );
      expect(sizeText(profile.maxImage)).toBe(plainSize(found?.mmsmaximageresolution));
      expect(sizeText(profile.screen)).toBe(plainSize(found?.screensize));
      layouts.add(layout);
    }
    expect(layouts.size).toBe(9);
  });

  it('make the table: every row is what expat finds in the documents of its phone', () => {
    const rows = Object.fromEntries(allHandsets().map(handset => [handset.id, plain(handset)]));
    expect(Object.keys(rows).length).toBeGreaterThan(2290);
    expect(phones).toEqual(rows);
  });
});

function sizeText(size: { width: number; height: number } | undefined): string {
  return size === undefined ? '' : `${size.width}x${size.height}`;
}

function plainSize(text: string | undefined): string {
  return (text ?? '').toLowerCase().replace(/ ?[×*x] ?/, 'x');
}

describe('a user agent profile', () => {
  it('with blanks before its declaration is read with a warning', async () => {
    const warnings: Issue[] = [];
    const blank = rebuiltProfiles().find(({ layout }) => layout === 'blanks first');
    await readProfile(blank?.document ?? '', 'phone', issue => warnings.push(issue));
    expect(warnings).toMatchObject([
      { severity: 'warning', message: 'white space before the XML declaration', line: 2, column: 3 },
    ]);
  });
});
