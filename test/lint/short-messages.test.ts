import { describe, expect, it } from 'vitest';
import type { EmsItem } from '../../src/ems/index.ts';
import { issue } from '../../src/issues/index.ts';
import { lint } from '../../src/lint/index.ts';
import { settingsDocument } from '../../src/provisioning/index.ts';
import { parseRtttl } from '../../src/ringtone/index.ts';

const rows = (width: number, height: number): string[] =>
  Array.from({ length: height }, () => '#'.repeat(width));
const red: EmsItem = { type: 'text', text: 'a', format: { foreground: 'darkRed' } };

describe('rules about EMS', () => {
  it.each<[string, EmsItem, string, boolean]>([
    ['a small picture', { type: 'picture', rows: rows(16, 16) }, 'Ericsson', true],
    ['a variable picture', { type: 'picture', rows: rows(24, 10) }, 'Siemens', true],
    ['a variable picture', { type: 'picture', rows: rows(24, 10) }, 'Ericsson', false],
    ['a sound', { type: 'sound', number: 1 }, 'Nokia', false],
    ['plain text', { type: 'text', text: 'a' }, 'Nokia', true],
    ['a colour', red, 'EMS', false],
    ['an extended object', { type: 'element', id: 0x14, data: new Uint8Array(9) }, 'Motorola', false],
  ])('%s for %s', (_, item, phoneMake, isTaken) => {
    const found = lint({ items: [item] }, { phoneMake });
    expect(found.map(({ code, path }) => [code, path])).toEqual(
      isTaken ? [] : [['ems/not-taken', 'items[0]']],
    );
  });

  it('counts the SMS', () => {
    const items: EmsItem[] = [{ type: 'text', text: 'a'.repeat(500) }];
    expect(lint({ items }, { maxSmsParts: 4 })).toEqual([]);
    expect(lint({ items }, { maxSmsParts: 3 })).toMatchObject([
      { code: 'sms/many-parts', message: '4 SMS, expected at most 3' },
    ]);
  });

  it('reports what cannot be written as a finding, with its place', () => {
    expect(lint({ items: [{ type: 'sound', number: 77 }] })).toMatchObject([
      { code: 'ems/value', severity: 'error', path: 'items[0].number' },
    ]);
  });

  it('reports a message of too many SMS as a finding, which has no place', () => {
    const items: EmsItem[] = [{ type: 'text', text: 'a'.repeat(40_000) }];
    expect(lint({ items })).toStrictEqual([issue('sms/too-many-parts', 'expected at most 255 parts')]);
  });

  it('reports what a tune loses where it is written', () => {
    const tune = parseRtttl(`long:d=4,o=5,b=100:${Array.from({ length: 200 }, () => 'c').join(',')}`);
    expect(lint({ items: [{ type: 'melody', tune }] }).map(({ code }) => code)).toContain('ems/melody-split');
  });

  it('refuses a make that is not in the table', () => {
    expect(() => lint({ items: [] }, { phoneMake: 'Telephone' })).toThrow(
      expect.objectContaining({ code: 'lint/unknown-make' }),
    );
  });
});

describe('rules about settings', () => {
  const document = settingsDocument({
    name: 'PIN 4711',
    accessPoint: { apn: 'a' },
    mmsc: 'http://m.example.com/',
  });

  it('finds a reference that leads nowhere', () => {
    const { characteristics } = document;
    expect(lint(document)).toEqual([]);
    const without = { characteristics: characteristics.filter(({ type }) => type !== 'NAPDEF') };
    expect(lint(without).map(({ code, path }) => [code, path])).toEqual([
      ['provisioning/dangling-reference', 'characteristics[1].content[2]'],
    ]);
  });

  it('finds the PIN in the settings, and does not show it', () => {
    const found = lint(document, { pin: '4711' });
    expect(found.map(({ code }) => code)).toEqual(Array(3).fill('provisioning/pin-in-document'));
    expect(found[0]?.path).toBe('characteristics[0].content[0]');
    expect(JSON.stringify(found)).not.toContain('4711');
  });

  it('finds no PIN where there is none', () => {
    const named = settingsDocument({
      name: 'undefined',
      accessPoint: { apn: 'a' },
      mmsc: 'http://m.example.com/',
    });
    expect(lint(named)).toEqual([]);
    expect(lint(named, { pin: '' })).toEqual([]);
  });

  it('counts the SMS of the push', () => {
    expect(lint(document, { maxSmsParts: 1 }).map(({ code }) => code)).toEqual(['sms/many-parts']);
  });
});
