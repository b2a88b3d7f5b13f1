import { formatPath } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { type Issue, issueOf, PROVISIONING_ISSUES } from '../issues/index.ts';
import { checkShape, type Finding, list, number, object, Spot, text, word } from '../schema/index.ts';
import type { ProvisioningSettings } from './settings.ts';

const NOT_EMPTY = { pattern: /^[\s\S]+$/u, called: 'a text that is not empty' };
const port = number('Port.', { min: 1, max: 0xffff });

const server = object('A server of mail.', {
  keys: { host: text('Host name.', NOT_EMPTY), port, user: text('User.'), password: text('Password.') },
  required: ['host'],
});

/** The shape of settings in JSON. */
const SETTINGS = object('Settings for a phone.', {
  keys: {
    name: text('Shown to the user.', NOT_EMPTY),
    accessPoint: object('A way into a packet network.', {
      keys: {
        apn: text('Access point name.', NOT_EMPTY),
        name: text('Shown to the user.'),
        user: text('User.'),
        password: text('Password.'),
        authentication: word('How the phone proves itself.', ['PAP', 'CHAP']),
      },
      required: ['apn'],
    }),
    proxy: object('The proxy or WAP gateway.', {
      keys: { address: text('IP address or host name.', NOT_EMPTY), port },
      required: ['address', 'port'],
    }),
    mmsc: text('URL of the MMSC.', NOT_EMPTY),
    browser: object('The browser.', {
      keys: {
        homePage: text('Its first page.', NOT_EMPTY),
        bookmarks: list(
          'Bookmarks.',
          object('A bookmark.', {
            keys: { name: text('Its name.'), url: text('Its URL.', NOT_EMPTY) },
            required: ['name', 'url'],
          }),
        ),
      },
    }),
    mail: object('A mail account.', {
      keys: { address: text('Address of the user.', NOT_EMPTY), smtp: server, pop3: server, imap4: server },
      required: ['address', 'smtp'],
    }),
    syncml: object('Data synchronization.', {
      keys: {
        url: text('URL of the server.', NOT_EMPTY),
        user: text('User.'),
        password: text('Password.'),
        databases: list(
          'What is synchronized.',
          object('A database.', {
            keys: { name: text('Its name.'), uri: text('Its URI.'), type: text('Its media type.') },
            required: ['name', 'uri', 'type'],
          }),
        ),
      },
      required: ['url', 'user', 'password', 'databases'],
    }),
  },
  required: ['name', 'accessPoint'],
});

/**
 * Makes sure that a value, perhaps read from JSON, is settings.
 * @throws MmsError `provisioning/value` with the path of the first problem, and all of them in `details`
 */
export function checkProvisioningSettings(value: unknown): asserts value is ProvisioningSettings {
  const spot = new Spot();
  checkShape(SETTINGS, value, spot);
  const issues = spot.findings.map(problemOf);
  const [first] = issues;
  if (first === undefined) return;
  const { code, message, path, hint } = first;
  throw new MmsError(code, message, { path, hint, details: { issues } });
}

function problemOf({ message, path, hint }: Finding): Issue {
  return issueOf(PROVISIONING_ISSUES, 'provisioning/value', withoutValue(message), {
    path: path.length === 0 ? 'settings' : formatPath(path),
    ...(hint === undefined ? {} : { hint }),
  });
}

/** Passwords stand among the values, so that no message shows what was found. */
function withoutValue(message: string): string {
  return message.replace(/, found .*$/su, '');
}
