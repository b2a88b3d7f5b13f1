import { describe, expect, it } from 'vitest';
import { formatVCard, parseVCard } from '../../src/cards/index.ts';
import { isMmsError } from '../../src/errors.ts';
import { safePartName } from '../../src/media/index.ts';
import { decodePdu, encodePdu } from '../../src/mms/index.ts';
import { formatRtttl, type Tune } from '../../src/ringtone/index.ts';
import { formatSmil, parseSmil } from '../../src/smil/index.ts';
import { decodeForm, encodeForm } from '../../src/submit/index.ts';
import { printable } from '../../src/text/index.ts';

/** What ends a line, a text or a direction of writing somewhere. */
const ENDS = ['\r', '\n', '\r\n', '\0', '\u0085', '\u2028', '\u2029', '\ud800', '\u202e'];
const named = ENDS.map(end => [JSON.stringify(end), end] as const);

/** What a writer made of a value, or nothing where it refuses it. */
function written<T>(write: () => T): T | undefined {
  try {
    return write();
  } catch (error) {
    if (!isMmsError(error)) throw error;
    return undefined;
  }
}

const CREDENTIALS = { username: 'ANOther.12345', pin: '123456' };

describe('J1: a form', () => {
  const parametersOf = (text: string): string[] | undefined => {
    const body = written(() =>
      encodeForm({ kind: 'text', to: ['447700900123'], text }, { credentials: CREDENTIALS }),
    );
    return body === undefined ? undefined : [...new URLSearchParams(body).keys()];
  };
  const plain = parametersOf('x');

  it.each([...named, ...['&SendTo=1', '=', '%00', '+', ';PIN=1'].map(text => [text, text] as const)])(
    'gets no parameter from %s',
    (_, end) => {
      const found = parametersOf(`a${end}SendTo=447700900999&PIN=1`);
      if (found !== undefined) expect(found).toEqual(plain);
    },
  );

  it('says what it was given', () => {
    const text = 'a&b=c%00d+e;f#g?h/i é€';
    const body = encodeForm({ kind: 'text', to: ['447700900123'], text }, { credentials: CREDENTIALS });
    expect(decodeForm(body).message).toMatchObject({ text });
  });
});

describe('J2: a card', () => {
  it.each(named)('gets no property from %s', (_, end) => {
    const text = written(() => formatVCard({ family: `Doe${end}TEL:+1`, formattedName: `x${end}END:VCARD` }));
    if (text === undefined) return;
    const { tel, other = [] } = parseVCard(text);
    expect({ tel, others: other.length }).toEqual({ tel: undefined, others: 0 });
    expect(text.match(/^(?:TEL|END)/gm)).toEqual(['END']);
  });
});

describe('J3: a presentation', () => {
  it.each([...named, ['a quote', '"/><video src="x'] as const, ['an entity', '&quot;/><video'] as const])(
    'gets no element from %s',
    (_, end) => {
      const { smil } = parseSmil('<smil><head><meta name="a" content="b"/></head><body/></smil>');
      const content = `x${end}<video src="y"/>`;
      const document = { ...smil, head: { ...smil.head, metas: [{ name: 'title', content }] } };
      const text = written(() => formatSmil(document));
      if (text === undefined) return;
      expect(text).not.toContain('<video');
      expect(parseSmil(text).smil.head.metas).toEqual([{ name: 'title', content }]);
    },
  );
});

describe('J4: a PDU', () => {
  it.each(named)('gets no header and loses nothing from %s', (_, end) => {
    const subject = `a${end}\x83b`;
    const bytes = written(() =>
      encodePdu({
        messageType: 'm-notification-ind',
        ...MANDATORY,
        subject,
        from: '+447700900123/TYPE=PLMN',
      }),
    );
    if (bytes !== undefined) expect(decodePdu(bytes)).toMatchObject({ ...MANDATORY, subject, unknown: [] });
  });

  it.each(['transactionId', 'contentLocation', 'from', 'subject'])('refuses NUL in %s', key => {
    expect(() => encodePdu({ messageType: 'm-notification-ind', ...MANDATORY, [key]: 'a\0\x8db' })).toThrow(
      expect.objectContaining({ name: 'MmsError', path: key }),
    );
  });
});

const MANDATORY = {
  transactionId: 'T1',
  messageClass: 'personal',
  messageSize: 1,
  expiry: { relative: 60 },
  contentLocation: 'http://mmsc.example/1',
} as const;

describe('J5: the name of a part', () => {
  it.each([...named, ['a quote', '"'] as const, ['brackets', '<>'] as const, ['a path', '../'] as const])(
    'is safe whatever %s asks for',
    (_, end) => {
      expect(safePartName(`${end}a${end}.jpg${end}`, []).name).toMatch(/^[A-Za-z0-9._-]{1,40}$/);
    },
  );
});

describe('J6: the name of a tune', () => {
  const tune: Tune = {
    title: 'x',
    loop: 0,
    events: [{ note: 'c', octave: 5, duration: 4, modifier: 'none', bpm: 100 }],
  };

  it.each(['\r', '\n', '\r\n', '\0', ':'].map(end => [JSON.stringify(end), end] as const))(
    'with %s is refused',
    (_, end) => {
      expect(() => formatRtttl({ ...tune, title: `a${end}b` })).toThrow(
        expect.objectContaining({ name: 'MmsError' }),
      );
    },
  );
});

describe('J7: what goes to a terminal', () => {
  it.each([...ENDS, '\x1b[2J', '\x9b2J', '\x07'].map(end => [JSON.stringify(end), end] as const))(
    'shows %s as an escape',
    (_, end) => {
      expect(printable(`a${end}b`)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202e]/u);
    },
  );
});
