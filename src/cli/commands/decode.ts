import { fromHex } from '../../bytes/index.ts';
import { LIMITS } from '../../limits.ts';
import { decodePdu } from '../../mms/index.ts';
import { pduToJson } from '../../presentation/index.ts';
import { type CliArguments, type CliContext, type Command, UsageError } from '../command.ts';
import { readInput } from '../files.ts';
import { formatIssues } from '../format-issue.ts';
import { formatJson } from '../format-json.ts';

/** `mms decode`: what an MMS PDU says, as JSON. */
export const decode: Command = {
  name: 'decode',
  summary: 'show what a binary MMS PDU says',
  usage: `<in|-> [options]

  --hex HEX        the octets as hexadecimal text instead of a file
  --as FORMAT      mms (default) or wsp-push
  --strict         refuse what departs from the specification
  --json           one JSON document (the default form)`,
  options: {
    hex: { type: 'string' },
    as: { type: 'string' },
    strict: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run(args, context) {
    const bytes = await readBytes(args, context);
    const pdu = decodePdu(bytes, { strict: args.values['strict'] === true });
    context.stdout.write(formatJson(pduToJson(pdu)));
    context.stderr.write(formatIssues(pdu.warnings));
    return 0;
  },
};

async function readBytes({ values, positionals }: CliArguments, context: CliContext): Promise<Uint8Array> {
  const { hex } = values;
  if (typeof hex === 'string') {
    if (positionals.length > 0) throw new UsageError('give a file or --hex, not both');
    return fromHex(hex);
  }
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new UsageError('expected one file, - or --hex');
  return readInput(path, LIMITS.maxMmsBytes, context);
}
