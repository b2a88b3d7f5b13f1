import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vcal } from '../../src/cli/commands/vcal.ts';
import { vcard } from '../../src/cli/commands/vcard.ts';
import { runCommand } from '../support/cli.ts';

const vectorsOf = (name: string): { name: string; input: unknown; text: string; hex: string }[] =>
  JSON.parse(readFileSync(new URL(`../vectors/cards/${name}`, import.meta.url), 'utf8'));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mms-cards-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('mms vcard', () => {
  const full = vectorsOf('vcard.json').find(({ name }) => name === 'vcard-full');
  const json = JSON.stringify(full?.input);

  it('makes a vCard of JSON, and JSON of a vCard', async () => {
    const card = file('card.json', json);
    expect(await runCommand(vcard, [card])).toMatchObject({ code: 0, stdout: full?.text, stderr: '' });
    expect((await runCommand(vcard, ['-'], { stdin: json })).stdout).toBe(full?.text);
    expect((await runCommand(vcard, ['--input', card])).stdout).toBe(full?.text);
    const { stdout } = await runCommand(vcard, ['-', '--json'], { stdin: full?.text ?? '' });
    expect(JSON.parse(stdout)).toEqual({ ...Object(full?.input), version: '2.1', warnings: [] });
  });

  it('makes a vCard 2.1 of a newer one and tells what is lost', async () => {
    const stdin = 'BEGIN:VCARD\nVERSION:3.0\nN:Doe;Jane\nFN:Jane\\, D\nIMPP:x\nEND:VCARD\n';
    const { stdout, stderr } = await runCommand(vcard, ['-'], { stdin });
    expect(stdout).toBe('BEGIN:VCARD\r\nVERSION:2.1\r\nN:Doe;Jane\r\nFN:Jane, D\r\nEND:VCARD\r\n');
    expect(stderr).toContain('card/lost');
    await expect(runCommand(vcard, ['-', '--strict'], { stdin })).rejects.toMatchObject({
      code: 'card/lost',
    });
  });

  it('writes a file, raw UTF-8 on request, and options by JSON', async () => {
    const output = join(folder, 'out.vcf');
    const options = file('options.json', JSON.stringify({ card: { family: 'Zoë' }, nonAscii: '8bit' }));
    expect((await runCommand(vcard, ['--input', options, '-o', output])).stdout).toBe('');
    expect(readFileSync(output, 'utf8')).toContain('N;CHARSET=UTF-8:Zoë\r\n');
  });

  it('prints port, payload and segments as JSON where it goes to a number', async () => {
    const { stdout } = await runCommand(vcard, ['-', '--json', '--to', '+447700900123'], { stdin: json });
    const { port, payload, segments } = JSON.parse(stdout);
    expect(port).toBe(9204);
    expect(payload).toBe(full?.hex);
    expect(segments).toHaveLength(Math.ceil((full?.hex.length ?? 0) / 2 / 128));
    expect(segments[0].userDataHeader).toBe(`0b050423f400000003000${segments.length}01`);
  });

  it('refuses wrong usage and bad models', async () => {
    await expect(runCommand(vcard, [])).rejects.toMatchObject({ name: 'UsageError' });
    await expect(runCommand(vcard, ['-'], { stdin: '{"name":"x"}' })).rejects.toMatchObject({
      code: 'card/unknown-key',
    });
    await expect(runCommand(vcard, ['-'], { stdin: '{' })).rejects.toMatchObject({ code: 'file/syntax' });
    await expect(runCommand(vcard, ['-'], { stdin: 'x' })).rejects.toMatchObject({ code: 'card/not-a-card' });
  });
});

describe('mms vcal', () => {
  it('makes a vCalendar of JSON or iCalendar, and JSON of either', async () => {
    const meeting = vectorsOf('vcalendar.json').find(({ name }) => name === 'vcal-event-utc');
    const stdin = JSON.stringify(meeting?.input);
    expect((await runCommand(vcal, ['-'], { stdin })).stdout).toBe(meeting?.text);
    const { stdout } = await runCommand(vcal, ['-', '--json'], { stdin: meeting?.text ?? '' });
    expect(JSON.parse(stdout)).toEqual({ ...Object(meeting?.input), version: '1.0', warnings: [] });
    const ics =
      'BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nDTSTART:20060504T090000Z\nEND:VEVENT\nEND:VCALENDAR\n';
    expect((await runCommand(vcal, ['-'], { stdin: ics })).stdout).toContain('DTSTART:20060504T090000Z\r\n');
    const sms = await runCommand(vcal, ['-', '--json', '--to', '+447700900123'], { stdin });
    expect(JSON.parse(sms.stdout)).toMatchObject({ port: 9205, payload: meeting?.hex });
  });
});
