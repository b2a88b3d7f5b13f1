import { expect, it } from 'vitest';
import { emsSubmissions, encodeForm } from '../../../src/submit/index.ts';

it('a make without EMS gets no EMS message', () => {
  const items = [{ type: 'sound', number: 3 } as const];
  expect(() => emsSubmissions(items, { to: ['447700900123'], phoneMake: 'Nokia' })).toThrow(
    expect.objectContaining({ code: 'submit/conflict', path: 'phoneMake', hint: expect.any(String) }),
  );
});

it('a message with EMS content is refused at the make that has none', () => {
  const ems = [{ type: 'sound', number: 3 } as const];
  const message = { kind: 'pdu', to: ['447700900123'], phoneMake: 'Nokia', ems } as const;
  expect(() => encodeForm(message)).toThrow(
    expect.objectContaining({ message: 'phoneMake: Nokia telephones have no EMS (and 1 more)' }),
  );
});

it('what the submissions share is asked for', () => {
  expect(() => emsSubmissions([], JSON.parse('5'))).toThrow(
    expect.objectContaining({ code: 'bytes/value-type', path: 'common' }),
  );
});
