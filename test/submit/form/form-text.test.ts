import { describe, expect, it } from 'vitest';
import { Findings } from '../../../src/submit/form/findings.ts';
import { MAX_PAIRS, splitForm } from '../../../src/submit/form/form-text.ts';

function split(body: string) {
  const findings = new Findings();
  const pairs = splitForm(body, findings).map(({ name, raw }) => [name, raw]);
  return {
    pairs,
    found: findings.issues.map(({ code, path }) => (path === undefined ? code : `${code} ${path}`)),
  };
}

describe('the pairs of a body', () => {
  it.each<[string, string[][], string[]]>([
    [
      'PIN=1&Message=x',
      [
        ['PIN', '1'],
        ['Message', 'x'],
      ],
      [],
    ],
    ['Foo', [['Foo', '']], []],
    ['=x', [['', 'x']], []],
    ['=', [['', '']], []],
    ['Message=a=b', [['Message', 'a=b']], ['submit/form-character Message']],
    ['Message==', [['Message', '=']], ['submit/form-character Message']],
    [
      'Message=aPIN=1',
      [
        ['Message', 'a'],
        ['PIN', '1'],
      ],
      ['submit/form-separator PIN'],
    ],
    [
      'Message=aPIN=1=2',
      [
        ['Message', 'a'],
        ['PIN', '1=2'],
      ],
      ['submit/form-separator PIN', 'submit/form-character PIN'],
    ],
    [
      'Message=a=bPIN=1',
      [
        ['Message', 'a=b'],
        ['PIN', '1'],
      ],
      ['submit/form-character Message', 'submit/form-separator PIN'],
    ],
    // The longest name counts where one ends with another.
    [
      'PIN=1SendToAddressBook=A',
      [
        ['PIN', '1'],
        ['SendToAddressBook', 'A'],
      ],
      ['submit/form-separator SendToAddressBook'],
    ],
    [
      'PIN=1smssubmitpduprotocolidentifier=00',
      [
        ['PIN', '1'],
        ['smssubmitpduprotocolidentifier', '00'],
      ],
      ['submit/form-separator smssubmitpduprotocolidentifier'],
    ],
    [
      'PIN=1&amp;Message=x',
      [
        ['PIN', '1'],
        ['Message', 'x'],
      ],
      ['submit/form-separator'],
    ],
    [
      'PIN=1&&Message=x',
      [
        ['PIN', '1'],
        ['Message', 'x'],
      ],
      ['submit/form-separator'],
    ],
    ['PIN=1&', [['PIN', '1']], ['submit/form-separator']],
    ['PIN=1&amp;', [['PIN', '1']], ['submit/form-separator', 'submit/form-separator']],
    ['', [], ['submit/form-separator']],
    [
      'PIN=1\r\n&Message\n=x\r\n',
      [
        ['PIN', '1'],
        ['Message', 'x'],
      ],
      ['submit/form-blank'],
    ],
    [
      'PIN=1\n&Message=x',
      [
        ['PIN', '1'],
        ['Message', 'x'],
      ],
      ['submit/form-blank'],
    ],
    [
      'PIN=1\r&Message=x',
      [
        ['PIN', '1'],
        ['Message', 'x'],
      ],
      ['submit/form-blank'],
    ],
    ['PIN=1 ', [['PIN', '1']], ['submit/form-blank']],
  ])('%j', (body, pairs, found) => {
    expect(split(body)).toEqual({ pairs, found });
  });

  it('are looked at for 64 unencoded =', () => {
    const { pairs, found } = split(`Message=${'='.repeat(100)}PIN=1`);
    expect(pairs).toEqual([['Message', `${'='.repeat(100)}PIN=1`]]);
    expect(found).toHaveLength(64);
  });

  it('are no more than any form has', () => {
    const body = Array.from({ length: MAX_PAIRS }, () => 'x=1').join('&');
    expect(split(body).pairs).toHaveLength(MAX_PAIRS);
    expect(() => split(`${body}&x=1`)).toThrow(expect.objectContaining({ code: 'submit/unreadable-form' }));
  });
});
