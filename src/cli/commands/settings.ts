import { findNetwork, networkSettings } from '../../networks/index.ts';
import { checkProvisioningSettings, type ProvisioningSettings } from '../../provisioning/index.ts';
import { WAP_PORTS } from '../../sms/index.ts';
import { type CliArguments, type CliContext, type Command, UsageError } from '../command.ts';
import { readJson } from '../input/json-input.ts';
import { textOf, wordOf } from '../input/option-values.ts';
import { otaOfSettings, provisioningOfSettings } from '../input/provisioning-content.ts';
import { SECRET_OPTIONS, SECRET_ROWS } from '../input/provisioning-secret.ts';
import { RECIPIENT_ROW, SUBMIT_OPTIONS, SUBMIT_SECTION } from '../input/sms-options.ts';
import { WORDS } from '../input/words.ts';
import { printPush } from '../print/print-push.ts';

type Values = CliArguments['values'];

/** `mms settings`: settings for a phone over the air, those of a network or one's own. */
export const settings: Command = {
  name: 'settings',
  usage: '--network MCC-MNC | --input FILE|- [options]',
  help: [
    {
      rows: [
        ['--network N', 'the MMS settings of a network: 234-10, or a name that only one has'],
        ['  --apn A', 'which of its access points'],
        [
          '--input FILE|-',
          'JSON: { "name", "accessPoint": { "apn", "user", "password" }, "proxy": { "address", "port" }, "mmsc", "browser": { "homePage", "bookmarks" }, "mail", "syncml" }',
        ],
        ['--form F', 'client-provisioning (default), or ota for phones before it'],
        ...SECRET_ROWS,
        RECIPIENT_ROW,
        ['-o FILE', 'the Push PDU into a file; - is stdout'],
        ['--json', 'one JSON document: { xml, wbxml, push, segments }'],
      ],
    },
  ],
  rest: [{ rows: [['--port D[:S]', '2948:9200 by default, 49999:49154 for ota']] }, SUBMIT_SECTION],
  options: {
    network: { type: 'string' },
    apn: { type: 'string' },
    input: { type: 'string' },
    form: { type: 'string', choices: WORDS.settingsForm },
    port: { type: 'string' },
    ...SECRET_OPTIONS,
    ...SUBMIT_OPTIONS,
    output: { type: 'string', short: 'o' },
    json: { type: 'boolean' },
  },
  async run({ values, positionals }, context) {
    if (positionals.length > 0) throw new UsageError(`what is ${positionals[0]} for?`);
    const wanted = await readSettings(values, context);
    if (wordOf(values, 'form', WORDS.settingsForm) === 'ota') {
      if (values['sec'] !== undefined) throw new UsageError('the older form has no --sec');
      await printPush(otaOfSettings(wanted), values, context, WAP_PORTS.otaSettings);
    } else await printPush(await provisioningOfSettings(wanted, values, context), values, context);
    return 0;
  },
};

async function readSettings(values: Values, context: CliContext): Promise<ProvisioningSettings> {
  const network = textOf(values, 'network');
  const input = textOf(values, 'input');
  if (network !== undefined && input === undefined)
    return networkSettings(findNetwork(network), textOf(values, 'apn'));
  if (input === undefined || network !== undefined) throw new UsageError('expected --network or --input');
  const json = await readJson(input, context);
  checkProvisioningSettings(json);
  return json;
}
