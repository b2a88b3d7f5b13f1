import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeWbmp } from '../../src/bitmap/index.ts';
import { ISSUE_CODES } from '../../src/issues/index.ts';
import {
  type LintHeaders,
  type LintMessage,
  type LintOptions,
  lint,
  lintNetwork,
} from '../../src/lint/index.ts';
import { findNetwork } from '../../src/networks/index.ts';
import { GOOD, part } from './samples.ts';

const numbers = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `+44770090${1000 + i}/TYPE=PLMN`);
const headed = (headers: LintHeaders): LintMessage => ({ ...GOOD, headers });
const sized = (totalBytes: number): LintMessage => ({ ...GOOD, totalBytes });
const pictured = (width: number, height: number): LintMessage => {
  const data = encodeWbmp({ width, height, rows: Array.from({ length: height }, () => '.'.repeat(width)) });
  return { parts: [...(GOOD.parts ?? []), part('a.wbmp', 'image/vnd.wap.wbmp', data)] };
};
const network = (code: string): LintOptions => ({ network: findNetwork(code) });

interface Sample {
  readonly code: keyof typeof ISSUE_CODES;
  readonly options: LintOptions;
  readonly passes: LintMessage;
  readonly fails: LintMessage;
  readonly hint?: string;
  readonly path?: string;
}

const SAMPLES: readonly Sample[] = [
  {
    code: 'network/over-size',
    options: network('208-01'),
    passes: sized(614_400),
    fails: sized(614_401),
    hint: 'adapt makes pictures smaller',
  },
  {
    code: 'network/image-too-large',
    options: { network: { code: '204-04', limits: { maxImage: { width: 96, height: 72 } } } },
    passes: pictured(96, 72),
    fails: pictured(96, 73),
    hint: 'adapt makes the picture smaller',
  },
  {
    code: 'network/too-many-recipients',
    options: network('310-410'),
    passes: headed({ to: numbers(4), cc: numbers(3), bcc: numbers(3) }),
    fails: headed({ to: numbers(4), cc: numbers(3), bcc: numbers(4) }),
    path: 'to',
  },
  {
    code: 'network/no-group',
    options: network('214-01'),
    passes: headed({ to: numbers(1) }),
    fails: headed({ to: numbers(2) }),
    path: 'to',
  },
  {
    code: 'network/subject-too-long',
    options: network('311-480'),
    passes: headed({ subject: '😀'.repeat(80) }),
    fails: headed({ subject: 'x'.repeat(81) }),
    path: 'subject',
  },
  {
    code: 'header/recipient-form',
    options: {},
    passes: headed({ to: ['+447700900123', '447700900123/TYPE=PLMN', 'a@example.com', '*123/TYPE=PLMN'] }),
    fails: headed({ to: ['*123'] }),
  },
  {
    code: 'header/recipient-form',
    options: {},
    passes: headed({}),
    fails: headed({ cc: ['ACME1'] }),
  },
  {
    code: 'header/long-sender',
    options: {},
    passes: headed({ from: 'Shop <+447700900123>' }),
    fails: headed({ from: 'The Shop <+447700900123/TYPE=PLMN>' }),
    hint: 'a number is safe',
    path: 'from',
  },
  {
    code: 'header/late-field',
    options: {},
    passes: headed({ subject: 'x' }),
    fails: headed({ contentClass: 'text' }),
  },
];

describe.each(SAMPLES)('$code', ({ code, options, passes, fails, hint, path }) => {
  const found = (message: LintMessage) => lint(message, options).filter(entry => entry.code === code);

  it('is silent about the passing sample, raised by the failing one', () => {
    expect(found(passes)).toEqual([]);
    expect(found(fails)).toEqual([
      expect.objectContaining({
        severity: ISSUE_CODES[code].severity,
        ...(hint === undefined ? {} : { hint }),
        ...(path === undefined ? {} : { path }),
      }),
    ]);
  });
});

describe('a network', () => {
  it('that has switched MMS off is a finding with a way out', () => {
    expect(lint(GOOD, network('440-10')).filter(({ code }) => code === 'network/mms-off')).toEqual([
      {
        code: 'network/mms-off',
        severity: 'error',
        message: '440-10 has switched MMS off',
        hint: 'WAP push instead',
      },
    ]);
    expect(lint(GOOD, network('208-01'))).toEqual(lint(GOOD));
  });

  it('is judged alone by lintNetwork', () => {
    const message = { ...headed({ to: numbers(11), contentClass: 'text' }), totalBytes: 2 ** 20 + 1 };
    expect(lintNetwork(message, findNetwork('310-410')).map(({ code }) => code)).toEqual([
      'network/over-size',
      'network/too-many-recipients',
    ]);
    expect(lintNetwork(message, findNetwork('234-10'))).toEqual([]);
  });
});

describe('a picture for a network', () => {
  const limits = { maxImage: { width: 96, height: 72 } };
  const codes = (message: LintMessage): string[] =>
    lint(message, { network: { code: '204-04', limits } }).map(({ code }) => code);

  it('may be too wide', () => {
    expect(codes(pictured(97, 72))).toContain('network/image-too-large');
  });

  it('is no film', () => {
    const film = readFileSync(new URL('../vectors/media/qcif.3gp', import.meta.url));
    expect(codes({ parts: [part('a.3gp', 'video/3gpp', film)] })).not.toContain('network/image-too-large');
  });
});

describe('a subject for a network', () => {
  it('is not missed', () => {
    const network = { code: '204-04', limits: { maxSubjectLength: 10 } };
    expect(lintNetwork(GOOD, network)).toEqual([]);
  });
});

describe('a sender', () => {
  const codes = (from: string): string[] => lint(headed({ from })).map(({ code }) => code);
  const long = 'x'.repeat(40);

  it('with a name may have 30 octets', () => {
    expect(codes('The Shop <447700900123456789>x')).not.toContain('header/long-sender');
    expect(codes('The Shop <447700900123456789>xy')).toContain('header/long-sender');
  });

  it.each([long, `<${long}`, `${long}>`, `${long}>x<`])('without a name may be longer: %s', from => {
    expect(codes(from)).not.toContain('header/long-sender');
  });
});

describe('a header field of MMS 1.3', () => {
  it('is not there where it has no value', () => {
    expect(lint(headed({ contentClass: undefined })).map(({ code }) => code)).not.toContain(
      'header/late-field',
    );
  });
});
