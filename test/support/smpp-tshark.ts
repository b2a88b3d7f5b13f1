import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FIELDS = [
  'smpp.command_id',
  'smpp.destination_addr',
  'smpp.source_addr',
  'smpp.data_coding',
  'smpp.sm_length',
  'smpp.esm.submit.features',
  'gsm_sms.udh.mm.msg_parts',
  'gsm_sms.udh.mm.msg_part',
  'gsm_sms.destination_port',
] as const;

type SmppLayers = Readonly<Partial<Record<(typeof FIELDS)[number], readonly string[]>>>;

/** The fields that tshark reads in each PDU. */
export function readSmpp(pdus: readonly Uint8Array[]): readonly SmppLayers[] {
  const folder = mkdtempSync(join(tmpdir(), 'smpp-'));
  const dump = pdus.map(
    pdu => `000000 ${[...pdu].map(octet => octet.toString(16).padStart(2, '0')).join(' ')}\n`,
  );
  writeFileSync(join(folder, 'in.txt'), dump.join(''));
  spawnSync('text2pcap', ['-q', '-T', '2775,2775', join(folder, 'in.txt'), join(folder, 'in.pcapng')]);
  const { stdout, stderr } = spawnSync(
    'tshark',
    [
      ...['-r', join(folder, 'in.pcapng'), '-d', 'tcp.port==2775,smpp', '-T', 'json'],
      ...['-o', 'gsm_sms.reassemble:FALSE', '-o', 'tcp.desegment_tcp_streams:FALSE'],
      ...FIELDS.flatMap(field => ['-e', field]),
    ],
    { encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  rmSync(folder, { recursive: true });
  if (stdout === '') throw new Error(stderr);
  const packets: { _source: { layers?: SmppLayers } }[] = JSON.parse(stdout);
  return packets.map(packet => packet._source.layers ?? {});
}
