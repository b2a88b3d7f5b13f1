import { decodeSms, encodeSms, measureSms, type SmsContent, segmentSms } from '../../sms/index.ts';
import { type CliArguments, type CliContext, type Command, UsageError } from '../command.ts';
import { listOfOctets, octetsOf } from '../input/hex-options.ts';
import { readJson, withJsonOptions } from '../input/json-input.ts';
import { HEX_CASE_ROW, hexCaseOf, textOf, wordOf } from '../input/option-values.ts';
import { flattenSmsJson } from '../input/sms-json.ts';
import {
  headerOf,
  languageOf,
  portsOf,
  RECIPIENT_ROW,
  SUBMIT_OPTIONS,
  SUBMIT_SECTION,
  submitOptionsOf,
} from '../input/sms-options.ts';
import { WORDS } from '../input/words.ts';
import { tellIssues } from '../print/format-issue.ts';
import { formatJson } from '../print/format-json.ts';
import { formatDecodedSms, formatMeasure, formatSegments } from '../print/format-sms.ts';

type Values = CliArguments['values'];

/** `mms sms`: texts and data as SMS-SUBMIT TPDUs, and TPDUs as text. */
export const sms: Command = {
  name: 'sms',
  usage: '--text T | --data HEX | --decode HEX | --input FILE|- [options]',
  help: [
    {
      rows: [
        ['--text T', 'the text'],
        ['--data HEX', 'octets, sent 8-bit'],
        ['--decode HEX', 'a TPDU without SMSC address, SMS-SUBMIT or SMS-DELIVER; repeat it for each part'],
        RECIPIENT_ROW,
        ['--encoding E', 'auto (default), gsm7, ucs2 or 8bit'],
        ['--transliterate', 'replace characters outside GSM 7-bit where that saves UCS-2'],
        ['--port D[:S]', 'application port and source port'],
        ['--json', 'one JSON document: encoding, parts, …, segments'],
      ],
    },
  ],
  rest: [
    {
      rows: [
        ['--input FILE|-', 'JSON: any option by its name in camelCase, or as encodeSms takes it'],
        [
          '--national-language L',
          'auto, SINGLE, SINGLE:LOCKING or :LOCKING tables by number, such as 1 for Turkish',
        ],
        ['--lone-surrogates W', 'refuse (default) or replace halves of surrogate pairs'],
        ['--port-bits 8|16', 'how long the numbers of ports are'],
        ['--udh HEX', 'a whole user data header, its length octet first'],
        HEX_CASE_ROW,
      ],
    },
    SUBMIT_SECTION,
  ],
  options: {
    text: { type: 'string' },
    data: { type: 'string' },
    decode: { type: 'string', multiple: true },
    input: { type: 'string' },
    encoding: { type: 'string', choices: WORDS.encoding },
    transliterate: { type: 'boolean' },
    'national-language': { type: 'string' },
    'lone-surrogates': { type: 'string', choices: WORDS.loneSurrogates },
    port: { type: 'string' },
    'port-bits': { type: 'string', choices: WORDS.portBits },
    udh: { type: 'string' },
    ...SUBMIT_OPTIONS,
    json: { type: 'boolean' },
    'hex-case': { type: 'string', choices: WORDS.hexCase },
  },
  words: { 'ports.destination': '--port', 'ports.source': '--port', informationElements: '--udh' },
  async run({ values, positionals }, context) {
    if (positionals.length > 0) throw new UsageError('give the text with --text');
    const { decode } = values;
    if (decode !== undefined) return printDecoded([decode].flat().map(String), values, context);
    return printEncoded(await readValues(values, context), context);
  },
};

function printDecoded(hex: readonly string[], values: Values, context: CliContext): number {
  for (const name of Object.keys(values)) {
    if (name !== 'decode' && name !== 'json' && name !== 'hex-case')
      throw new UsageError(`--decode does not go with --${name}`);
  }
  const message = decodeSms(listOfOctets(hex, 'decode'));
  context.stdout.write(
    values['json'] === true ? formatJson(message, hexCaseOf(values)) : formatDecodedSms(message),
  );
  tellIssues(message.warnings, context);
  return 0;
}

async function readValues(values: Values, context: CliContext): Promise<Values> {
  const input = textOf(values, 'input');
  if (input === undefined) return values;
  return withJsonOptions(flattenSmsJson(await readJson(input, context)), sms.options, values);
}

function contentOf(values: Values): SmsContent {
  const text = textOf(values, 'text');
  const data = textOf(values, 'data');
  if ((text === undefined) === (data === undefined)) {
    throw new UsageError('expected one of --text, --data and --decode');
  }
  const portBits = wordOf(values, 'port-bits', WORDS.portBits);
  const language = languageOf(values);
  return {
    text,
    data: octetsOf(values, 'data'),
    encoding: wordOf(values, 'encoding', WORDS.encoding),
    transliterate: values['transliterate'] === true,
    loneSurrogates: wordOf(values, 'lone-surrogates', WORDS.loneSurrogates),
    ports: portsOf(values),
    portBits: portBits === undefined ? undefined : portBits === '8' ? 8 : 16,
    ...headerOf(values),
    ...(language === undefined ? {} : { nationalLanguage: language }),
  };
}

function printEncoded(values: Values, context: CliContext): number {
  const message = { ...submitOptionsOf(values), ...contentOf(values) };
  const to = textOf(values, 'to');
  const segments = to === undefined ? segmentSms(message) : encodeSms({ ...message, to });
  const measure = measureSms(message);
  context.stdout.write(
    values['json'] === true
      ? formatJson({ ...measure, segments }, hexCaseOf(values))
      : formatMeasure(measure) + formatSegments(segments),
  );
  return 0;
}
