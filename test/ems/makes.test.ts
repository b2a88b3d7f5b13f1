import { describe, expect, it } from 'vitest';
import type { EmsItem } from '../../src/ems/index.ts';
import { EMS_MAKES, type EmsMake, emsMake, notTaken } from '../../src/ems/makes.ts';

function make(name: string): EmsMake {
  const found = emsMake(name);
  if (found === undefined) throw new Error(`no make ${name}`);
  return found;
}

const square = (side: number): string[] => Array.from({ length: side }, () => '#'.repeat(side));
const picture = (rows: string[], form?: 'variable'): EmsItem => ({
  type: 'picture',
  rows,
  ...(form !== undefined && { form }),
});

describe('a make of phones', () => {
  it('is found by its name in any case', () => {
    expect(emsMake('ERICSSON')).toBe(emsMake('Ericsson'));
    expect(emsMake('Acme')).toBeUndefined();
  });

  it.each(EMS_MAKES)('$make takes plain text', row => {
    expect(notTaken({ type: 'text', text: 'Hi' }, row)).toBeUndefined();
    expect(notTaken({ type: 'break' }, row)).toBeUndefined();
  });

  it.each<[string, EmsItem, string]>([
    ['Nokia', { type: 'text', text: 'Hi', format: { bold: true } }, 'formatted text in an EMS message'],
    ['Nokia', { type: 'sound', number: 3 }, 'sound in an EMS message'],
    [
      'EMS',
      { type: 'element', id: 0x1d, data: new Uint8Array() },
      'the element 29, which is not of release 4',
    ],
    ['EMS', { type: 'format', background: 'white' }, 'colours, which are of release 5'],
    ['EMS', { type: 'text', text: 'Hi', format: { foreground: 'black' } }, 'colours, which are of release 5'],
    ['Ericsson', picture(['########']), 'a picture of 8x1 in the form for any size'],
    ['Ericsson', picture(square(16), 'variable'), 'a picture of 16x16 in the form for any size'],
    ['Ericsson', picture([]), 'a picture of 0x0 in the form for any size'],
  ])('%s does not take %j', (name, item, reason) => {
    expect(notTaken(item, make(name))).toBe(reason);
  });

  it('takes several objects as one only where it knows the user prompt', () => {
    const prompt: EmsItem = { type: 'userPrompt', objects: 2 };
    expect(notTaken(prompt, make('EMS'))).toBeUndefined();
    expect(notTaken(prompt, { ...make('EMS'), userPrompt: false })).toBe('several objects as one');
  });

  it.each<[string, EmsItem]>([
    ['Siemens', picture(['########'])],
    ['Ericsson', picture(square(32))],
    ['EMS', { type: 'text', text: 'Hi', format: { bold: true } }],
    ['EMS', { type: 'sound', number: 3 }],
  ])('%s takes %j', (name, item) => {
    expect(notTaken(item, make(name))).toBeUndefined();
  });
});
