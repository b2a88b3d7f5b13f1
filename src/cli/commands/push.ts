import { SI_ACTIONS, SL_ACTIONS } from '../../push/index.ts';
import { type CliArguments, type CliContext, type Command, UsageError } from '../command.ts';
import { readJson, withJsonOptions } from '../input/json-input.ts';
import { HEX_CASE_ROW, textOf } from '../input/option-values.ts';
import { SECRET_OPTIONS, SECRET_ROWS } from '../input/provisioning-secret.ts';
import { makePush } from '../input/push-content.ts';
import { RECIPIENT_ROW, SUBMIT_OPTIONS, SUBMIT_SECTION } from '../input/sms-options.ts';
import { WORDS } from '../input/words.ts';
import { printPush } from '../print/print-push.ts';

type Values = CliArguments['values'];

/** `mms push`: a WAP push as WBXML, Push PDU and SMS-SUBMIT TPDUs. */
export const push: Command = {
  name: 'push',
  usage: '--si-href U | --sl-href U | --mms-location U | --xml FILE|- | --provisioning FILE [options]',
  help: [
    {
      rows: [
        ['--si-href U', 'address that a service indication points to'],
        ['  --si-content T', 'its text'],
        ['  --si-id ID', 'its identity'],
        ['  --si-action A', `${SI_ACTIONS.join(', ')}`],
        ['--sl-href U', 'address of a service loading'],
        ['  --sl-action A', `${SL_ACTIONS.join(', ')}`],
        ['--mms-location U', 'where a phone fetches an MMS'],
        ['  --message-size N', 'its octets'],
        ['  --from N --subject T', 'as the phone shows it'],
        ['--xml FILE|-', 'a service indication or loading as an XML document'],
        ['--provisioning FILE|-', 'settings for the phone, a client provisioning document as XML'],
        RECIPIENT_ROW,
        ['-o FILE', 'the Push PDU into a file; - is stdout'],
        ['--json', 'one JSON document: { xml, wbxml | pdu, push, segments }'],
      ],
    },
  ],
  rest: [
    {
      title: 'service indication',
      rows: [
        ['--si-created TIME', 'such as 2026-10-20T10:15:30Z'],
        ['--si-expires TIME', 'the same'],
        ['--si-info-class C --si-info-pcdata T', 'a piece of further information'],
      ],
    },
    {
      title: 'MMS notification',
      rows: [
        ['--transaction-id ID', 'made of the address by default'],
        ['--expiry N', 'seconds, 604800 by default'],
      ],
    },
    { title: 'settings', rows: SECRET_ROWS },
    {
      title: 'Push PDU',
      rows: [
        ['--input FILE|-', 'JSON: any option here by its name in camelCase'],
        ['--push-id N', 'identifier of the Push PDU, 0 to 255'],
        ['--charset C', 'parameter of its content type'],
        ['--application-id ID', 'such as x-wap-application:wml.ua'],
        ['--port D[:S]', '2948:9200 by default'],
        HEX_CASE_ROW,
      ],
    },
    SUBMIT_SECTION,
  ],
  options: {
    'si-href': { type: 'string' },
    'si-content': { type: 'string' },
    'si-id': { type: 'string' },
    'si-action': { type: 'string', choices: SI_ACTIONS },
    'si-created': { type: 'string' },
    'si-expires': { type: 'string' },
    'si-info-class': { type: 'string' },
    'si-info-pcdata': { type: 'string' },
    'sl-href': { type: 'string' },
    'sl-action': { type: 'string', choices: SL_ACTIONS },
    'mms-location': { type: 'string' },
    'transaction-id': { type: 'string' },
    'message-size': { type: 'string' },
    expiry: { type: 'string' },
    from: { type: 'string' },
    subject: { type: 'string' },
    xml: { type: 'string' },
    provisioning: { type: 'string' },
    ...SECRET_OPTIONS,
    input: { type: 'string' },
    'push-id': { type: 'string' },
    charset: { type: 'string' },
    'application-id': { type: 'string' },
    port: { type: 'string' },
    ...SUBMIT_OPTIONS,
    output: { type: 'string', short: 'o' },
    json: { type: 'boolean' },
    'hex-case': { type: 'string', choices: WORDS.hexCase },
  },
  async run({ values, positionals }, context) {
    if (positionals.length > 0) throw new UsageError(`what is ${positionals[0]} for?`);
    const all = await readValues(values, context);
    await printPush(await makePush(all, context), all, context);
    return 0;
  },
};

async function readValues(values: Values, context: CliContext): Promise<Values> {
  const input = textOf(values, 'input');
  if (input === undefined) return values;
  return withJsonOptions(Object(await readJson(input, context)), push.options, values);
}
