import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function run(command: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
  });
  if (error !== undefined || status !== 0) {
    throw new Error(`${command} gave ${status}: ${stderr}`, { cause: error });
  }
  return stdout;
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'sms-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The fields that tshark reads from one TPDU, all values as text. */
export type TsharkFields = Readonly<Record<string, readonly string[]>>;

/** Fields of each TPDU by tshark's gsm_sms dissector; `I` reads SMS-SUBMIT, `O` SMS-DELIVER. */
export function tsharkSms(
  tpdus: readonly Uint8Array[],
  fields: readonly string[],
  direction: 'I' | 'O' = 'I',
): TsharkFields[] {
  return inFolder(folder => {
    const dump = tpdus.map(tpdu => {
      const octets = [...tpdu].map(octet => octet.toString(16).padStart(2, '0')).join(' ');
      return `${direction}\n000000 ${octets}\n`;
    });
    writeFileSync(join(folder, 'in.txt'), dump.join(''));
    run('text2pcap', ['-q', '-D', '-l', '147', join(folder, 'in.txt'), join(folder, 'in.pcapng')]);
    const output = run('tshark', [
      ...['-r', join(folder, 'in.pcapng'), '-T', 'json'],
      ...['-o', 'uat:user_dlts:"User 0 (DLT=147)","gsm_sms","0","","0",""'],
      ...['-o', 'gsm_sms.reassemble:FALSE'],
      ...fields.flatMap(field => ['-e', field]),
    ]);
    const packets: { _source: { layers?: TsharkFields } }[] = JSON.parse(output);
    return packets.map(packet => packet._source.layers ?? {});
  });
}

/** TPDUs and headers, in hexadecimal, of what `gammu --displaysms` makes of its arguments. */
export function gammuSms(commands: readonly (readonly string[])[]): { tpdu: string; udh: string }[][] {
  return inFolder(folder => {
    for (const box of [1, 2, 3, 4, 5]) mkdirSync(join(folder, `dummy/sms/${box}`), { recursive: true });
    const config = join(folder, 'gammurc');
    writeFileSync(config, `[gammu]\ndevice = ${join(folder, 'dummy')}\nconnection = none\nmodel = dummy\n`);
    return commands.map(args => {
      const output = run('gammu', ['-c', config, '--displaysms', ...args]);
      const udhs = [...output.matchAll(/^UDH +: (\w*)$/gm)].map(match => match[1] ?? '');
      const pdus = [...output.matchAll(/^Whole PDU +: (\w+)$/gm)].map(match => match[1] ?? '');
      return pdus.map((pdu, index) => ({
        tpdu: pdu.slice(2 + 2 * Number.parseInt(pdu.slice(0, 2), 16)),
        udh: udhs[index] ?? '',
      }));
    });
  });
}
