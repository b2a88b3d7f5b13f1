import type { AccessPoint, Network, NetworkLimits } from '../../networks/index.ts';
import type { Command } from '../command.ts';
import { formatJson } from '../print/format-json.ts';
import { formatTable } from '../print/format-table.ts';

/** `mms networks`: what networks let through. */
export const networks: Command = {
  name: 'networks',
  usage: '[MCC-MNC | NAME] [options]',
  help: [
    {
      rows: [
        ['MCC-MNC', 'such as 234-10; a network that several carriers share gives the smaller counts'],
        ['NAME', 'a name or a part of one; without either, all networks that set a limit are listed'],
        ['--json', 'one JSON document'],
      ],
    },
  ],
  notes: ['Every code is a value of --network.'],
  options: { json: { type: 'boolean' } },
  async run({ positionals, values }, { stdout }) {
    const { findNetwork, networkCodes, searchNetworks } = await import('../../networks/index.ts');
    const query = positionals.join(' ').trim();
    const found = query === '' ? networkCodes().map(findNetwork).filter(setsLimits) : searchNetworks(query);
    // gives the error that suggests
    const [first, ...others] = found.length > 0 ? found : [findNetwork(query)];
    if (values['json'] === true) stdout.write(formatJson(found.map(plain)));
    else if (first !== undefined) stdout.write(others.length === 0 ? details(first) : table(found));
    return 0;
  },
};

function setsLimits({ limits }: Network): boolean {
  return Object.keys(limits).length > 0;
}

/** Without the networks of each carrier, which can be hundreds. */
function plain({ carriers, ...network }: Network): object {
  return { ...network, carriers: carriers.map(({ id, name, limits }) => ({ id, name, limits })) };
}

function table(found: readonly Network[]): string {
  const rows = found.map(({ code, names, limits, accessPoints }) => [
    code,
    limits.mms === false ? 'off' : counted(limits.maxBytes),
    counted(limits.maxRecipients),
    counted(limits.maxSubjectLength),
    String(accessPoints.length),
    names.join(', '),
  ]);
  return formatTable(
    [['network', 'octets', 'recipients', 'subject', 'MMSCs', 'names'], ...rows],
    [1, 2, 3, 4],
  );
}

function counted(limit: number | undefined): string {
  return limit === undefined ? '-' : String(limit);
}

function details({ code, names, limits, notes, accessPoints }: Network): string {
  const rows = [
    ['network', code],
    ['names', names.join(', ')],
    ...limitRows(limits),
    ...notes.map(note => ['note', note]),
    ...accessPoints.map(point => ['access point', accessPoint(point)]),
  ];
  return formatTable(rows);
}

function limitRows(limits: NetworkLimits): string[][] {
  const { maxImage, httpParameters = [] } = limits;
  return [
    ['size', limits.maxBytes === undefined ? 'not known' : `${limits.maxBytes} octets`],
    ['picture', maxImage === undefined ? 'not known' : `${maxImage.width}x${maxImage.height}`],
    ['recipients', counted(limits.maxRecipients)],
    ['subject', limits.maxSubjectLength === undefined ? '-' : `${limits.maxSubjectLength} characters`],
    ...(limits.mms === false ? [['MMS', 'switched off: WAP push instead']] : []),
    ...(limits.groupMms === false ? [['group MMS', 'no']] : []),
    ...(limits.userAgentProfileHeader === undefined ? [] : [['profile in', limits.userAgentProfileHeader]]),
    ...httpParameters.map(parameter => ['header', parameter]),
  ];
}

function accessPoint({ name, apn, mmsc, proxy, virtualNetwork }: AccessPoint): string {
  const via =
    proxy === undefined ? '' : ` via ${proxy.host}${proxy.port === undefined ? '' : `:${proxy.port}`}`;
  const only = virtualNetwork === undefined ? '' : ` (${virtualNetwork.match} ${virtualNetwork.value})`;
  return `${name}${only}: ${mmsc}${via}, APN ${apn}`;
}
