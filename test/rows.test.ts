import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from './support/cli.ts';
import { SourceCopy } from './support/source-copy.ts';

/** The additions that CONTRIBUTING.md describes, each made to a copy of the source and used as users would. */
const copy = new SourceCopy();
afterAll(() => copy.remove());

copy.insert({
  file: 'mms/header-fields.ts',
  before: '] as const satisfies readonly HeaderFieldRow[];',
  text: `{
    code: 0x70, name: 'X-Mms-Trial', key: 'trial', codec: anyNumber, since: '1.3',
    in: { 'm-send-req': 'O', 'm-retrieve-conf': 'O' },
  },`,
});
copy.insert({
  file: 'issues/lint.ts',
  before: "  'size/near-limit'",
  text: "  'trial/shouting': { severity: 'warning', title: 'a subject in capitals', rule: { fix: 'write small' } },\n",
});
copy.add(
  'lint/rules/trial.ts',
  `export const TRIAL_RULES = [
    {
      code: 'trial/shouting',
      check: ({ headers }) =>
        headers?.subject === headers?.subject?.toUpperCase() ? [{ message: 'capitals', path: 'subject' }] : [],
    },
  ];`,
);
copy.insert({
  file: 'lint/rules/index.ts',
  before: '  ...PROVISIONING_RULES,',
  text: '  ...TRIAL_RULES,\n',
});
copy.insert({
  file: 'lint/rules/index.ts',
  before: 'import { TEXT_RULES }',
  text: "import { TRIAL_RULES } from './trial.ts';\n",
});
copy.insert({
  file: 'ringtone/tune-types.ts',
  before: '  json: {',
  text: "  trial: { extensions: ['trl'], mediaTypes: ['audio/x-trial'] },\n",
});
copy.insert({
  file: 'ringtone/formats.ts',
  before: "  {\n    name: 'json',",
  text: `  {
    name: 'trial', ...TUNE_TYPES.trial, isText: true,
    sniff: head => head.startsWith('TRIAL '),
    parse: octets => parseRtx(octets.subarray(6)),
    format: tune => encodeUtf8('TRIAL ' + formatRtx(tune)),
  },\n`,
});
copy.insert({
  file: 'media/profile/profiles.ts',
  before: "  {\n    id: 'nokia-7650',",
  text: "  { id: 'trial-phone', maxBytes: 900, accept: ['image/vnd.wap.wbmp'], source: 'a test' },\n",
});
copy.insert({
  file: 'submit/form/kinds.ts',
  before: '  pdu: {',
  text: "  trial: { title: 'a trial', oneOf: ['library', 'bitmap'], picture: { width: 8, height: 8 } },\n",
});
copy.insert({
  file: 'submit/form/parameters.ts',
  before: "  {\n    name: 'OperatorLogo',\n    key: 'library',",
  text: "  { name: 'Trial', key: 'library', kinds: ['trial'], tellsKind: true, codec: libraryNumber(1, 9), title: 'a trial' },\n",
});

const library: typeof import('../src/public/index.ts') = await import(copy.path('public/index.ts'));
const { inspect }: typeof import('../src/public/inspect.ts') = await import(copy.path('public/inspect.ts'));
const { lint, LINT_RULES }: typeof import('../src/lint/index.ts') = await import(copy.path('lint/index.ts'));
const { formatRtx, parseTune }: typeof import('../src/ringtone/index.ts') = await import(
  copy.path('ringtone/index.ts')
);
const { findProfile }: typeof import('../src/media/index.ts') = await import(copy.path('media/index.ts'));
const { Presentation }: typeof import('../src/presentation/index.ts') = await import(
  copy.path('presentation/index.ts')
);
const { decodeForm, encodeForm }: typeof import('../src/submit/index.ts') = await import(
  copy.path('submit/index.ts')
);
const { decodePdu }: typeof import('../src/public/mms.ts') = await import(copy.path('public/mms.ts'));

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

describe('one row more', () => {
  it('is a header field: written, read, shown, offered to manifests', async () => {
    const { manifestJsonSchema }: typeof import('../src/manifest/index.ts') = await import(
      copy.path('manifest/index.ts')
    );
    const manifest = { slides: [{ text: 'Hi' }], headers: { trial: 70_000, mmsVersion: '1.3' } };
    expect(library.checkManifest(manifest)).toEqual([]);
    const octets = (await library.Presentation.fromManifest(manifest)).toMms();
    expect(decodePdu(octets)).toMatchObject({ trial: 70_000, unknown: [], warnings: [] });
    expect(JSON.stringify(inspect(octets))).toContain('X-Mms-Trial');
    expect(JSON.stringify(manifestJsonSchema())).toContain('X-Mms-Trial (MMS 1.3).');
    expect(library.checkManifest({ ...manifest, headers: { trial: 'seventy' } })).toMatchObject([
      { code: 'manifest/type', path: 'headers.trial' },
    ]);
  });

  it('is a rule of lint, with its file: judged, switched, offered to manifests', async () => {
    const { checkManifest }: typeof import('../src/manifest/index.ts') = await import(
      copy.path('manifest/index.ts')
    );
    const message = { parts: [], headers: { subject: 'HELLO' } };
    expect(lint(message)).toMatchObject([
      { code: 'trial/shouting', severity: 'warning', hint: 'write small' },
    ]);
    expect(lint(message, { rules: { 'trial/shouting': 'off' } })).toEqual([]);
    expect(LINT_RULES.map(({ code }) => String(code))).toContain('trial/shouting');
    expect(checkManifest({ slides: [{ text: 'Hi' }], lint: { 'trial/shouting': 'error' } })).toEqual([]);
  });

  it('is a tune format: read, written, a medium, a choice of the command', async () => {
    const { detectMedia }: typeof import('../src/media/index.ts') = await import(copy.path('media/index.ts'));
    const { ringtone }: typeof import('../src/cli/commands/ringtone.ts') = await import(
      copy.path('cli/commands/ringtone.ts')
    );
    const tune = 'fifth:d=4,o=5,b=63:8P,8G5,8G5';
    const { stdout } = await runCommand(ringtone, [tune, '--to', 'trial']);
    expect(stdout).toMatch(/^TRIAL fifth/);
    expect(formatRtx(parseTune(text(stdout)))).toBe(formatRtx(parseTune(tune)));
    expect(await detectMedia({ name: 'a.trl', data: text(stdout) })).toMatchObject({
      contentType: 'audio/x-trial',
    });
  });

  it('is a profile: found, fitted to, listed', async () => {
    const { phones }: typeof import('../src/cli/commands/phones.ts') = await import(
      copy.path('cli/commands/phones.ts')
    );
    const message = await Presentation.fromFiles([
      { name: 'a.gif', data: text('GIF89a\x01\0\x01\0\0\0\0;') },
      { name: 'a.txt', data: text('Hi') },
    ]);
    await expect(message.adapt(findProfile('trial-phone'))).rejects.toThrow(/trial-phone|gif/);
    expect((await runCommand(phones, [])).stdout).toContain('trial-phone');
  });

  it('is a kind of gateway message, with its parameter: checked, written, read, sent', async () => {
    const { send }: typeof import('../src/cli/commands/send.ts') = await import(
      copy.path('cli/commands/send.ts')
    );
    const message = JSON.parse('{ "kind": "trial", "to": ["447700900123"], "library": 7 }');
    const form = encodeForm(message);
    expect(form).toContain('Trial=7');
    expect(decodeForm(form).message).toEqual(message);
    expect(() => encodeForm({ ...message, library: 'x' })).toThrow(
      expect.objectContaining({ code: 'submit/invalid-message' }),
    );
    const dry = ['trial', '--to', '447700900123', '--library', '7', '--dry-run', '--full'];
    expect((await runCommand(send, dry)).stdout).toContain('Trial=7');
  });
});
