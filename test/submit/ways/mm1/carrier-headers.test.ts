import { describe, expect, it } from 'vitest';
import { carrierHeaders } from '../../../../src/submit/ways/mm1/carrier-headers.ts';

describe('the header fields of a carrier', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ['X-A: 1|X-B:2| X-C : 3 ', { 'X-A': '1', 'X-B': '2', 'X-C': '3' }],
    ['X-A: http://a:80/', { 'X-A': 'http://a:80/' }],
    ['no colon', {}],
    [':value', {}],
    ['x', {}],
    ['X-A:', {}],
    ['X-A: ##LINE1##-##LINE1##', { 'X-A': '44-44' }],
    [`${'X'.repeat(100)}: 1`, { ['X'.repeat(100)]: '1' }],
    ['X-A: \u00e9~', { 'X-A': '\u00e9~' }],
    ['X-Hosts: a', { 'X-Hosts': 'a' }],
    ['Hosts: a', { Hosts: 'a' }],
  ])('%j', (text, fields) => {
    expect(carrierHeaders([text], { line1: '44' })).toEqual(fields);
  });

  it.each([
    ['X A: 1', 'X A is not the name of a header field'],
    ['Ä: 1', 'Ä is not the name of a header field'],
    ['(X: 1', '(X is not the name of a header field'],
    ['X): 1', 'X) is not the name of a header field'],
    [`${'X'.repeat(101)}: 1`, `${'X'.repeat(40)} is not the name of a header field`],
    ['HOST: 1', "HOST is not the carrier's to set"],
    ['Content-Type: 1', "Content-Type is not the carrier's to set"],
    ['X: a\tb', 'a control character in the value of X'],
    ['X: €', 'a control character in the value of X'],
    ['X: \u007f', 'a control character in the value of X'],
    ['X: ##LINE1', 'a macro is left over in a header field'],
    ['X: ##NAI##', 'nothing is known for ##NAI##'],
    ['X: ##TOSTRING##', 'nothing is known for ##TOSTRING##'],
  ])('refuses %j', (text, message) => {
    expect(() => carrierHeaders([text], { line1: '44' })).toThrow(
      expect.objectContaining({ code: 'submit/header', message, path: 'carrierHeaders' }),
    );
  });

  it.each([
    [['X: 1', 7], {}, 'parameters[1]'],
    ['X: 1', {}, 'parameters'],
    [['X: 1'], { line1: 7 }, 'subscriber.line1'],
    [['X: 1'], 7, 'subscriber'],
  ])('are texts: %j for %j', (parameters, subscriber, path) => {
    expect(() =>
      carrierHeaders(JSON.parse(JSON.stringify(parameters)), JSON.parse(JSON.stringify(subscriber))),
    ).toThrow(expect.objectContaining({ code: 'bytes/value-type', path }));
  });
});
