import { decodeEms, type EmsItem, encodeEms, segmentEms } from '../../ems/index.ts';
import type { Issue } from '../../issues/index.ts';
import { type CliArguments, type CliContext, type Command, UsageError } from '../command.ts';
import { emsFindings, readEmsInput } from '../input/ems-items.ts';
import { listOfOctets } from '../input/hex-options.ts';
import { numberOf, textOf, wordOf } from '../input/option-values.ts';
import { RECIPIENT_ROW, SUBMIT_OPTIONS, SUBMIT_SECTION, submitOptionsOf } from '../input/sms-options.ts';
import { WORDS } from '../input/words.ts';
import { tellIssues } from '../print/format-issue.ts';
import { formatJson } from '../print/format-json.ts';
import { formatSegments } from '../print/format-sms.ts';

type Values = CliArguments['values'];

/** `mms ems`: EMS messages as SMS-SUBMIT TPDUs, and TPDUs as EMS. */
export const ems: Command = {
  name: 'ems',
  usage: '--input FILE|- [--to N] [options] | --decode HEX',
  help: [
    {
      rows: [
        [
          '--input FILE|-',
          'JSON: { "items": [{ "type": "text", "text", "format" }, …] }; the types are text, format, sound, melody, animation, userAnimation, picture, userPrompt, distribution, break and element; a picture is "rows" or an "image" file, a melody "imelody", "tune" or "file"; besides, any option by its name in camelCase',
        ],
        ['--decode HEX', 'a TPDU without SMSC address; repeat it for each part'],
        RECIPIENT_ROW,
        ['--encoding E', 'auto (default), gsm7 or ucs2'],
        ['--unfit W', 'refuse (default) or leave-out what no element holds'],
        ['--make M', 'report what telephones of that make do not take: Siemens, Ericsson, Alcatel, EMS …'],
        ['--max-parts N', 'report when it takes more SMS; default 6'],
        ['--json', 'one JSON document: { parts, segments, warnings }, or { items, … } of --decode'],
      ],
    },
  ],
  rest: [SUBMIT_SECTION],
  options: {
    input: { type: 'string' },
    decode: { type: 'string', multiple: true },
    encoding: { type: 'string', choices: WORDS.emsEncoding },
    unfit: { type: 'string', choices: WORDS.unfit },
    make: { type: 'string' },
    'max-parts': { type: 'string' },
    ...SUBMIT_OPTIONS,
    json: { type: 'boolean' },
  },
  async run({ values, positionals }, context) {
    if (positionals.length > 0) throw new UsageError('give the items with --input');
    const { decode } = values;
    if (decode !== undefined) return printDecoded([decode].flat().map(String), values, context);
    const input = textOf(values, 'input');
    if (input === undefined) throw new UsageError('expected --input or --decode');
    const { items, values: all } = await readEmsInput(input, ems.options, values, context);
    return printEncoded(items, all, context);
  },
};

function printDecoded(hex: readonly string[], values: Values, context: CliContext): number {
  for (const name of Object.keys(values)) {
    if (name !== 'decode' && name !== 'json') throw new UsageError(`--decode does not go with --${name}`);
  }
  const { parts: _, ...message } = decodeEms(listOfOctets(hex, 'decode'));
  context.stdout.write(formatJson(values['json'] === true ? message : { items: message.items }));
  tellIssues(message.warnings, context);
  return 0;
}

function printEncoded(items: readonly EmsItem[], values: Values, context: CliContext): number {
  const warnings: Issue[] = [];
  const options = {
    ...submitOptionsOf(values),
    encoding: wordOf(values, 'encoding', WORDS.emsEncoding),
    unfit: wordOf(values, 'unfit', WORDS.unfit),
    warnings,
  };
  const to = textOf(values, 'to');
  const segments = to === undefined ? segmentEms(items, options) : encodeEms(items, { ...options, to });
  warnings.push(...emsFindings(items, textOf(values, 'make'), numberOf(values, 'max-parts')));
  tellIssues(warnings, context);
  context.stdout.write(
    values['json'] === true
      ? formatJson({ parts: segments.length, segments, warnings })
      : formatSegments(segments),
  );
  return 0;
}
