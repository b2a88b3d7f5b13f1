import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { REDACTED, Secrets } from '../../src/submit/secrets.ts';

it.each([
  ['CANARY-7f3a', 'PIN=CANARY-7f3a&x', `PIN=${REDACTED}&x`],
  ['CANARY-7f3a', 'PIN=canary-7F3A', `PIN=${REDACTED}`],
  ['CANARY-7f3a', 'CANARY-7f3a CANARY-7f3a', `${REDACTED} ${REDACTED}`],
  ['CANARY-7f3a', 'CANARY%2D7f3a', REDACTED],
  ['CANARY-7f3a', '%43ANARY-7f3%61', REDACTED],
  ['CANARY-7f3a', '43414e4152592d37663361', REDACTED],
  ['CANARY-7f3a', 'Basic Q0FOQVJZLTdmM2E=', `Basic ${REDACTED}=`],
  ['a.c+', 'abc+ a.cc a.c+', `abc+ a.cc ${REDACTED}`],
  ['пин1', 'пин1 %D0%BF%D0%B8%D0%BD1 %d0%bfин%31', `${REDACTED} ${REDACTED} ${REDACTED}`],
  ['пин1', 'd0bfd0b8d0bd31', REDACTED],
  // Base64 of these has a + and a /, which mean something in a pattern.
  ['\u00fb\u00ef\u00be>>>', 'w7vDr8K+Pj4+', REDACTED],
  ['???>~~~?', 'Pz8/Pn5+fj8=', `${REDACTED}=`],
  ['1234', '1234', REDACTED],
  ['123', '123', '123'],
  ['CANARY-7f3a', 'nothing', 'nothing'],
])('%j is taken out of %j', (secret, text, scrubbed) => {
  expect(new Secrets([secret]).scrub(text)).toBe(scrubbed);
});

it('several secrets are taken out, again and again', () => {
  const secrets = new Secrets(['first', 'no', 'second']);
  expect(secrets.scrub('first no second')).toBe(`${REDACTED} no ${REDACTED}`);
  expect(secrets.scrub('second')).toBe(REDACTED);
});

it('a secret shows nowhere', () => {
  const secrets = new Secrets(['CANARY-7f3a']);
  secrets.scrub('CANARY-7f3a');
  expect(['lastMatch', 'input', 'leftContext'].map(key => Reflect.get(RegExp, key))).toEqual(['', '', '']);
  expect(inspect(secrets, { depth: 9, showHidden: true }) + JSON.stringify(secrets)).not.toContain('CANARY');
});
