import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithOracle } from '../support/oracle.ts';
import { Terminal } from '../support/terminal.ts';

const RED = '\u001b[31m';
const YELLOW = '\u001b[33m';
const ESCAPE = '\u001b';
const BAR = '░';

/** A picture that takes a while to fit: noise from a linear congruential generator. */
async function writePhoto(path: string): Promise<void> {
  const [width, height] = [900, 700];
  let state = 1;
  const data = Uint8Array.from({ length: width * height * 3 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state >> 16;
  });
  await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toFile(path);
}

describeWithOracle(['script'], 'mms on a terminal', () => {
  let folder = '';
  let terminal: Terminal;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mms-terminal-'));
    terminal = new Terminal();
    writeFileSync(join(folder, 'a.txt'), 'hello');
    writeFileSync(join(folder, 'warning.jpg'), 'no picture');
    for (const name of ['1.jpg', '2.jpg', '3.jpg']) await writePhoto(join(folder, name));
  });
  afterAll(() => {
    terminal.remove();
    rmSync(folder, { recursive: true });
  });

  const ODD = 'mms compose a.txt --to John -o a.mms';

  it('colours errors and findings', () => {
    expect(terminal.run('mms composse', folder)).toMatchObject({
      screen: expect.stringContaining(`${RED}mms:\u001b[39m there is no command`),
      code: 2,
    });
    expect(terminal.run(ODD, folder).screen).toContain(
      `--to  ${YELLOW}warning\u001b[39m  header/recipient-form`,
    );
    expect(terminal.run(`${ODD} -q; mms lint a.mms`, folder).screen).toContain(YELLOW);
  });

  it('colours nothing that goes into a pipe or a file', () => {
    expect(terminal.run('mms composse 2>&1 | cat', folder).screen).not.toContain(ESCAPE);
    expect(terminal.run(`${ODD} 2>told.txt; mms lint a.mms | cat`, folder).screen).not.toContain(ESCAPE);
    expect(readFileSync(join(folder, 'told.txt'), 'utf8')).toMatch(/^--to {2}warning/);
  });

  it.each([
    ['NO_COLOR=1', { NO_COLOR: '1' }],
    ['NO_COLOR and FORCE_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }],
    ['TERM=dumb', { TERM: 'dumb' }],
  ])('has no colours with %s', (_name, env) => {
    expect(terminal.run(`mms composse; ${ODD}`, folder, env).screen).not.toContain(ESCAPE);
  });

  it.each([
    ['an empty NO_COLOR on a terminal', 'mms composse', { NO_COLOR: '' }],
    ['FORCE_COLOR in a pipe', 'mms composse 2>&1 | cat', { FORCE_COLOR: '1' }],
    ['FORCE_COLOR on a dumb terminal', 'mms composse', { FORCE_COLOR: '1', TERM: 'dumb' }],
  ])('has colours with %s', (_name, line, env) => {
    expect(terminal.run(line, folder, env).screen).toContain(RED);
  });

  const FIT = 'mms compose 1.jpg 2.jpg 3.jpg --to +447700900123 --max-size 60kB -o fit.mms';

  it('shows progress on the terminal of stderr and wipes it before anything else is told', () => {
    const { screen, code } = terminal.run(FIT, folder);
    expect(code).toBe(0);
    const [bars = '', ...rest] = screen.split('picture 2 of 3');
    expect(bars).toContain(BAR);
    const after = rest.join('');
    expect(after).toMatch(/^\r +\r[^\r█░]*$/);
    expect(after).toContain('total');
  });

  it.each([
    ['stderr is no terminal', `${FIT} 2>&1 | cat`, {}],
    ['it is quiet', `${FIT} --quiet`, {}],
    ['the terminal is dumb', FIT, { TERM: 'dumb' }],
  ])('shows no progress where %s', (_name, line, env) => {
    const { screen } = terminal.run(line, folder, env);
    expect(screen).not.toContain(BAR);
    expect(screen).toContain('total');
  });

  it('keeps progress out of the results where stderr alone is the terminal', () => {
    const { screen } = terminal.run(`${FIT} >report.txt`, folder);
    expect(screen).toContain(BAR);
    expect(readFileSync(join(folder, 'report.txt'), 'utf8')).not.toContain(BAR);
  });

  it('tells errors and results alone with --quiet', () => {
    expect(terminal.run(`${ODD} -q`, folder).screen).toMatch(/^part /);
    expect(terminal.run('mms compose a.txt --to "a b" -o b.mms --quiet', folder).screen).toContain(
      '"a b" is not an address',
    );
    expect(terminal.run('mms sandbox --port 99999 --quiet', folder)).toMatchObject({
      screen: expect.stringContaining('mms sandbox:'),
      code: 1,
    });
  });

  it('tells the errors of a watch that is quiet', () => {
    writeFileSync(join(folder, 'w.yaml'), 'slides: [{ text: { file: missing.txt } }]');
    const line =
      'mms compose w.yaml -o w.mms --watch -q 2>quiet.txt & ' +
      'for i in $(seq 200); do [ -s quiet.txt ] && break; sleep 0.05; done; kill $!; cat quiet.txt';
    expect(terminal.run(line, folder).screen).toMatch(/there is no file .*missing.txt/);
  });

  it('colours the severity, not a name that is spelt like it', () => {
    const { screen } = terminal.run('mms compose warning.jpg --to John -o c.mms', folder);
    expect(screen).not.toContain(`${YELLOW}warning\u001b[39m.jpg`);
  });

  it.each([
    'mms compose a.txt -o -',
    'mms compose a.txt -o /dev/stdout',
    'mms compose a.txt -o /dev/tty',
    'mms ringtone "x:d=4,o=5,b=100:c" --to midi -o -',
    'mms push --si-href http://www.example.com/ --si-content x -o -',
  ])('keeps octets off the terminal: %s', line => {
    const { screen, code } = terminal.run(line, folder);
    expect(screen).toContain('the output is a terminal, which octets would confuse');
    expect(code).toBe(2);
  });

  it('hands octets to a pipe', () => {
    const { screen } = terminal.run('mms compose a.txt --to +447700900123 -o - | od -An -tx1 -N2', folder);
    expect(screen).toContain('8c 80');
  });
});
