import { describe, expect, it } from 'vitest';
import { wantsColours } from '../../src/cli/colours.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { runCli } from '../../src/cli/run.ts';

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function mms(
  args: readonly string[],
  context: { stdin?: string; isOutputTerminal?: boolean } = {},
): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(args, {
    stdout: { write: data => out.push(String(data)) },
    stderr: { write: text => err.push(text) },
    stdin: async () => new TextEncoder().encode(context.stdin ?? ''),
    env: {},
    isTerminal: false,
    ...(context.isOutputTerminal === true ? { isOutputTerminal: true } : {}),
  });
  return { code, stdout: out.join(''), stderr: err.join('') };
}

describe('help', () => {
  it('mms help COMMAND is mms COMMAND --help, its example first', async () => {
    for (const { name, summary, example } of COMMANDS) {
      const { code, stdout } = await mms(['help', name]);
      expect([code, stdout]).toEqual([0, (await mms([name, '--help'])).stdout]);
      expect(stdout.startsWith(`${summary}\n`)).toBe(true);
      if (example !== undefined) expect(stdout.indexOf(example)).toBeLessThan(stdout.indexOf('usage:'));
    }
  });

  it('with --all tells what else a command takes', async () => {
    const { code, stdout } = await mms(['help', 'send', '--all']);
    expect([code, stdout]).toEqual([0, (await mms(['send', '--help', '--all'])).stdout]);
    expect(stdout).toContain('--library-cache FILE');
    expect((await mms(['help', 'send'])).stdout).not.toContain('--library-cache FILE');
  });

  it.each([
    [['send', 'text', '--all'], 'mms send: --all goes with --help'],
    [['help', 'send', '--al'], 'mms: there is no option --al; did you mean --all?'],
  ])('%j is wrong usage', async (args, told) => {
    const { code, stderr } = await mms(args);
    expect([code, stderr.split('\n')[0]]).toEqual([2, told]);
  });

  it('every command stands once in the table, under its own name', async () => {
    const names = COMMANDS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const row of COMMANDS) expect((await row.load()).name).toBe(row.name);
  });

  it.each([
    [['compsoe'], 'did you mean compose?'],
    [['help', 'senbox'], 'did you mean sandbox?'],
    [['compose', 'a.jpg', '--subjcet', 'x'], 'did you mean --subject?'],
    [['compose', 'a.jpg', '--maxsize=3'], 'did you mean --max-size?'],
    [['send', 'vcrd', 'x'], 'did you mean vcard?'],
  ])('%j: what was meant', async (args, hint) => {
    const { code, stderr } = await mms(args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(hint)]);
  });
});

describe('errors and findings', () => {
  it('are JSON with --json', async () => {
    const missing = await mms(['compose', 'no-such-file.jpg', '-o', 'x.mms', '--json']);
    expect([missing.code, JSON.parse(missing.stderr)]).toMatchObject([
      1,
      { error: { code: 'file/not-found', path: 'no-such-file.jpg' } },
    ]);
    const wrong = await mms(['compose', '--json']);
    expect([wrong.code, JSON.parse(wrong.stderr)]).toMatchObject([2, { error: { code: 'cli/usage' } }]);
  });

  it('--quiet leaves errors alone', async () => {
    const hex =
      '8c82985431008d92891a8018043434373730303930303132332f545950453d504c4d4e008a808e0122880381013c83687474703a2f2f612f6200';
    expect((await mms(['decode', '--hex', hex])).stderr).not.toBe('');
    expect(await mms(['decode', '--hex', hex, '--quiet'])).toMatchObject({ code: 0, stderr: '' });
    expect((await mms(['decode', '--hex', 'zz', '-q'])).stderr).not.toBe('');
  });

  it('octets do not go to a terminal', async () => {
    const args = ['compose', '-', '-o', '-'];
    const refused = await mms(args, { stdin: 'Hello', isOutputTerminal: true });
    expect([refused.code, refused.stdout, refused.stderr]).toEqual([
      2,
      '',
      expect.stringContaining('terminal'),
    ]);
    expect((await mms(args, { stdin: 'Hello' })).code).toBe(0);
  });
});

describe('colours', () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [false, { FORCE_COLOR: '1' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    [true, { TERM: 'dumb' }, false],
  ])('terminal %s, %j: %s', (isTTY, env, expected) => expect(wantsColours({ isTTY }, env)).toBe(expected));
});

describe('completion', () => {
  it.each(['bash', 'zsh', 'fish'])('for %s names every command and its options', async shell => {
    const { code, stdout } = await mms(['completion', shell]);
    expect(code).toBe(0);
    for (const { name, load } of COMMANDS) {
      expect(stdout).toContain(name);
      for (const option of Object.keys((await load()).options)) expect(stdout).toContain(option);
    }
  });

  it('knows no other shell', async () => expect((await mms(['completion', 'cmd'])).code).toBe(2));
});

describe('values as people write them', () => {
  const SEND = ['send', 'text', '--to', '447700900123', '--dry-run', '--server', 'http://127.0.0.1/x'];

  it('--text - is standard input', async () => {
    const { code, stdout } = await mms([...SEND, '--text', '-'], { stdin: 'Hi there\n' });
    expect([code, stdout]).toEqual([0, expect.stringMatching(/Hi(?:\+|%20)there/)]);
  });

  it('--max-size takes 300kB', async () => {
    const { stdout } = await mms(['compose', '-', '-o', '/dev/null', '--max-size', '300kB'], { stdin: 'Hi' });
    expect(stdout).toContain('total');
    const { code, stderr } = await mms(['compose', '-', '-o', '-', '--max-size', '300 pies'], {
      stdin: 'Hi',
    });
    expect([code, stderr]).toEqual([2, expect.stringContaining('300kB')]);
  });

  it('a dry run shows long fields in short, all with --full', async () => {
    const text = 'x'.repeat(450);
    const brief = await mms([...SEND, '--text', text]);
    expect(brief.stdout).not.toContain(text);
    expect((await mms([...SEND, '--text', text, '--full'])).stdout).toContain(text);
  });
});
