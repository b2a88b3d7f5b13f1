import { toHex } from '../../bytes/index.ts';
import { encodePushSms, segmentPush } from '../../push/index.ts';
import { type CliArguments, type CliContext, type Command, UsageError } from '../command.ts';
import { writeOutput } from '../input/files.ts';
import { readJson, withJsonOptions } from '../input/json-input.ts';
import { textOf } from '../input/option-values.ts';
import { type MadePush, makePush } from '../input/push-content.ts';
import { portsOf, SUBMIT_OPTIONS, SUBMIT_USAGE, submitOptionsOf } from '../input/sms-options.ts';
import { formatJson } from '../print/format-json.ts';
import { formatSegments } from '../print/format-sms.ts';

type Values = CliArguments['values'];

/** `mms push`: a WAP push as WBXML, Push PDU and SMS-SUBMIT TPDUs. */
export const push: Command = {
  name: 'push',
  summary: 'make a WAP push: service indication, service loading or MMS notification',
  usage: `--si-href U | --sl-href U | --mms-location U | --xml FILE|- [options]

  --si-href U             address that a service indication points to
    --si-content T        its text
    --si-id ID            its identity;  --si-action signal-none|signal-low|signal-medium|signal-high|delete
    --si-created TIME, --si-expires TIME   such as 2026-10-20T10:15:30Z
    --si-info-class C --si-info-pcdata T   a piece of further information
  --sl-href U             address of a service loading;  --sl-action execute-low|execute-high|cache
  --mms-location U        where a phone fetches an MMS
    --transaction-id ID   made of the address by default;  --message-size N octets;  --expiry N seconds, 604800
    --from N, --subject T
  --xml FILE|-            a service indication or loading as an XML document
  --input FILE|-          JSON: any option here by its name in camelCase
  --push-id N             identifier of the Push PDU, 0 to 255;  --charset C  parameter of its content type
  --application-id ID     such as x-wap-application:wml.ua
  --port D[:S]            2948:9200 by default
${SUBMIT_USAGE}
  -o FILE                 the Push PDU into a file;  - is stdout
  --json                  one JSON document: { xml, wbxml | pdu, push, segments }`,
  options: {
    'si-href': { type: 'string' },
    'si-content': { type: 'string' },
    'si-id': { type: 'string' },
    'si-action': { type: 'string' },
    'si-created': { type: 'string' },
    'si-expires': { type: 'string' },
    'si-info-class': { type: 'string' },
    'si-info-pcdata': { type: 'string' },
    'sl-href': { type: 'string' },
    'sl-action': { type: 'string' },
    'mms-location': { type: 'string' },
    'transaction-id': { type: 'string' },
    'message-size': { type: 'string' },
    expiry: { type: 'string' },
    from: { type: 'string' },
    subject: { type: 'string' },
    xml: { type: 'string' },
    input: { type: 'string' },
    'push-id': { type: 'string' },
    charset: { type: 'string' },
    'application-id': { type: 'string' },
    port: { type: 'string' },
    ...SUBMIT_OPTIONS,
    output: { type: 'string', short: 'o' },
    json: { type: 'boolean' },
  },
  async run({ values, positionals }, context) {
    if (positionals.length > 0) throw new UsageError(`what is ${positionals[0]} for?`);
    const all = await readValues(values, context);
    await print(await makePush(all, context), all, context);
    return 0;
  },
};

async function readValues(values: Values, context: CliContext): Promise<Values> {
  const input = textOf(values, 'input');
  if (input === undefined) return values;
  return withJsonOptions(Object(await readJson(input, context)), push.options, values);
}

async function print(made: MadePush, values: Values, context: CliContext): Promise<void> {
  const ports = portsOf(values);
  const options = { ...submitOptionsOf(values), ...(ports === undefined ? {} : { ports }) };
  const to = textOf(values, 'to');
  const segments =
    to === undefined ? segmentPush(made.push, options) : encodePushSms(made.push, { ...options, to });
  const output = textOf(values, 'output');
  if (output !== undefined) await writeOutput(output, made.push, context);
  if (values['json'] === true) context.stdout.write(formatJson({ ...made, segments }));
  else if (output === undefined) context.stdout.write(formatPush(made) + formatSegments(segments));
}

function formatPush({ xml, wbxml, pdu, push: octets }: MadePush): string {
  const layers = [
    ...(xml === undefined ? [] : [xml.trimEnd()]),
    ...(wbxml === undefined ? [] : [`WBXML\n${toHex(wbxml)}`]),
    ...(pdu === undefined ? [] : [`m-notification-ind\n${toHex(pdu)}`]),
    `Push PDU\n${toHex(octets)}`,
  ];
  return `${layers.join('\n\n')}\n`;
}
