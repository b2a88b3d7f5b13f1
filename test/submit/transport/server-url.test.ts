import { describe, expect, it } from 'vitest';
import { isMmsError, type MmsError } from '../../../src/errors.ts';
import { isLoopback, type ServerUrlOptions, serverUrl } from '../../../src/submit/transport/server-url.ts';

function refusal(written: string, options?: ServerUrlOptions): MmsError {
  try {
    serverUrl(written, options);
  } catch (error) {
    if (isMmsError(error)) return error;
  }
  throw new Error(`${written} was taken`);
}

describe('the address of a server', () => {
  it.each<[string, ServerUrlOptions, string]>([
    ['https://gateway.example', {}, 'https://gateway.example/webservices/http/sendmms'],
    ['https://gateway.example', { defaultPath: '/' }, 'https://gateway.example/'],
    ['https://gateway.example/x', { defaultPath: '/y' }, 'https://gateway.example/x'],
    ['http://127.0.0.1:8080/x', {}, 'http://127.0.0.1:8080/x'],
    ['http://gateway.example/x', { allowInsecureHttp: true }, 'http://gateway.example/x'],
    ['https://gateway.example/x?vasp=1', { allowQuery: true }, 'https://gateway.example/x?vasp=1'],
  ])('%s with %j', (written, options, href) => {
    expect(serverUrl(written, options).href).toBe(href);
  });

  it.each<[string, ServerUrlOptions, string]>([
    [
      'http://gateway.example/x',
      {},
      'http without encryption in the server address http://gateway.example/x',
    ],
    ['https://user@gateway.example/', {}, 'a user name or password in the server address gateway.example/'],
    [
      'https://:secret@gateway.example/',
      {},
      'a user name or password in the server address gateway.example/',
    ],
    [
      'https://a@b@gateway.example/x?PIN=1',
      {},
      'a user name or password in the server address gateway.example/x',
    ],
    [
      'https://gateway.example/x?PIN=1&b=2',
      {},
      'a query or fragment in the server address https://gateway.example/x',
    ],
    [
      'https://gateway.example/x#PIN',
      {},
      'a query or fragment in the server address https://gateway.example/x',
    ],
    [
      'https://gateway.example/x?a#b',
      { allowQuery: true },
      'a query or fragment in the server address https://gateway.example/x',
    ],
    ['ftp://gateway.example/', {}, 'neither https nor http in the server address ftp://gateway.example/'],
    ['gateway.example', {}, 'not a URL in the server address gateway.example'],
    [
      'https://gateway.example/ä',
      {},
      'a blank, control character or character outside ASCII in the server address https://gateway.example/ä',
    ],
    [`x${'y'.repeat(300)}`, {}, `not a URL in the server address x${'y'.repeat(199)}`],
  ])('%s with %j is refused, and no secret in it is shown', (written, options, message) => {
    expect(refusal(written, options)).toMatchObject({ code: 'submit/server-url', message });
  });

  it('is refused with a hint where encryption is what it lacks', () => {
    expect(refusal('http://gateway.example/').hint).toBe('use https, or set allowInsecureHttp');
    expect(refusal('ftp://gateway.example/').hint).toBeUndefined();
  });

  it('is a text', () => {
    expect(refusal(JSON.parse('7'))).toMatchObject({ code: 'bytes/value-type', path: 'servers' });
  });
});

it.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['127.255.0.1', true],
  ['[::1]', true],
  ['localhost.example', false],
  ['a.localhost', false],
  ['127.0.0.1.example', false],
  ['128.0.0.1', false],
  ['[::2]', false],
])('%s is this machine: %s', (hostname, expected) => {
  expect(isLoopback(hostname)).toBe(expected);
});
