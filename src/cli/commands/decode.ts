import type { Issue } from '../../issues/index.ts';
import { LIMITS } from '../../limits.ts';
import { decodePdu } from '../../mms/index.ts';
import { pduToJson, pushToJson } from '../../report/index.ts';
import type { JsonValue } from '../../schema/index.ts';
import { decodePush } from '../../wsp/index.ts';
import { type CliArguments, type CliContext, type Command, UsageError } from '../command.ts';
import { readInput } from '../input/files.ts';
import { readHex } from '../input/hex-options.ts';
import { wordOf } from '../input/option-values.ts';
import { WORDS } from '../input/words.ts';
import { tellIssues } from '../print/format-issue.ts';
import { formatJson } from '../print/format-json.ts';

/** `mms decode`: what an MMS PDU or a WAP push says, as JSON. */
export const decode: Command = {
  name: 'decode',
  usage: '<in|-> [options]',
  help: [
    {
      rows: [
        ['--hex HEX', 'the octets as hexadecimal text instead of a file'],
        ['--as FORMAT', 'mms (default) or wsp-push'],
        ['--strict', 'refuse what departs from the specification'],
        ['--json', 'one JSON document (the default form)'],
      ],
    },
  ],
  options: {
    hex: { type: 'string' },
    as: { type: 'string', choices: WORDS.decodeAs },
    strict: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run(args, context) {
    const format = wordOf(args.values, 'as', WORDS.decodeAs) ?? 'mms';
    const strict = args.values['strict'] === true;
    const bytes = await readBytes(args, context);
    const { json, warnings } = format === 'mms' ? readMms(bytes, strict) : readPush(bytes, strict);
    context.stdout.write(formatJson(json));
    tellIssues(warnings, context);
    return 0;
  },
};

interface Read {
  readonly json: JsonValue;
  readonly warnings: readonly Issue[];
}

function readMms(bytes: Uint8Array, strict: boolean): Read {
  const pdu = decodePdu(bytes, { strict });
  return { json: pduToJson(pdu), warnings: pdu.warnings };
}

function readPush(bytes: Uint8Array, strict: boolean): Read {
  const push = decodePush(bytes, { strict });
  return { json: pushToJson(push), warnings: push.warnings };
}

async function readBytes({ values, positionals }: CliArguments, context: CliContext): Promise<Uint8Array> {
  const { hex } = values;
  if (typeof hex === 'string') {
    if (positionals.length > 0) throw new UsageError('give a file or --hex, not both');
    return readHex(hex, 'hex');
  }
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new UsageError('expected one file, - or --hex');
  return readInput(path, LIMITS.maxMmsBytes, context);
}
