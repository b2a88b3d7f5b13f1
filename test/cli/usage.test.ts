import { describe, expect, it } from 'vitest';
import { runLine } from '../support/cli.ts';

/** Lines that no command takes, and what is said of them. */
const WRONG: readonly (readonly [line: string, told: string])[] = [
  ['adapt', 'expected one message'],
  ['adapt a.mms b.mms', 'expected one message'],
  ['adapt a.mms', 'expected -o out.mms or -o out.zip'],
  ['adapt a.mms -o b.mms', 'expected --profile, --network or --max-size'],
  ['adapt a.mms -o b.mms --max-size 1kB --concurrency 0', '--concurrency takes a whole number from 1 on'],
  ['bitmap', 'expected one picture or --input'],
  ['bitmap a.png --input a.json', 'expected one picture or --input'],
  ['bitmap a.png b.png', 'expected one picture or --input'],
  ['completion', 'expected bash, zsh or fish\n'],
  ['completion bahs', 'did you mean bash'],
  ['decode', 'expected one file, - or --hex'],
  ['decode a.mms b.mms', 'expected one file, - or --hex'],
  ['decode a.mms --hex 8c80', 'give a file or --hex, not both'],
  ['dev', 'expected a manifest, a folder or media files'],
  ['ems', 'expected --input or --decode'],
  ['ems items.json', 'give the items with --input'],
  ['ems --decode 00 --to 12345', '--decode does not go with --to'],
  ['inspect', 'expected one file, - or --hex'],
  ['inspect a.mms --hex 8c80', 'give a file or --hex, not both'],
  ['preview', 'expected a message, a folder, a manifest or media files'],
  ['preview a.mms', 'expected --text, or -o FILE'],
  ['ringtone', 'expected one tune or --input'],
  ['ringtone a.rtttl --input a.json', 'expected one tune or --input'],
  ['sandbox a.mms', 'expected options only'],
  ['send nothing', 'there is no kind nothing'],
  ['send constructor', 'there is no kind constructor'],
  ['settings a.json', 'what is a.json for?'],
  ['settings', 'expected --network or --input'],
  ['settings --network 234-10 --input a.json', 'expected --network or --input'],
  ['settings --network 234-10 --form ota --sec netwpin', 'the older form has no --sec'],
  ['settings --network 234-10 --imsi 234100000000000', '--imsi goes with --sec'],
  ['sms', 'expected one of --text, --data and --decode'],
  ['sms --text a --port x', '--port takes DESTINATION or DESTINATION:SOURCE; found x'],
  ['sms --text a --national-language x', '--national-language takes auto, SINGLE'],
  ['sms --text a --protocol-identifier x', '--protocol-identifier takes an octet such as 245 or 0xF5'],
  ['sms --text a -z', 'there is no option -z\n'],
  ['sms --txt a', 'there is no option --txt; did you mean --text?'],
  ['sms --text a --all', '--all goes with --help'],
  ['push', 'expected one of --si-href, --sl-href'],
  ['push --si-href http://a.example --sl-href http://a.example', 'expected one of --si-href, --sl-href'],
  ['push --si-href http://a.example --si-info-class a', '--si-info-class and --si-info-pcdata go together'],
  ['unpack', 'expected one .mms or ZIP'],
  ['unpack a.mms', 'expected -d DIR'],
  ['vcard', 'expected one card or --input'],
  ['vcard a.vcf --input a.json', 'expected one card or --input'],
];

describe('a wrong command line', () => {
  it.each(WRONG)('mms %s: %s', async (line, told) => {
    const { code, stdout, stderr } = await runLine(line.split(' '));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(told);
    expect(stderr).toContain(`mms ${line.split(' ', 1)[0]} --help tells what it takes`);
  });

  it('asks for a file where digits are a secret', async () => {
    const line = 'settings --network 234-10 --sec userpinmac --code-file -'.split(' ');
    const { code, stdout, stderr } = await runLine(line, { env: { MMS_PROVISIONING_PIN: '1234' } });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--code-file takes a file: the digits are printed nowhere');
  });

  it('has no place for SOURCE_DATE_EPOCH that is no number', async () => {
    const line = ['compose', 'test/media/samples.ts', '-o', '-'];
    const { code, stderr } = await runLine(line, { env: { SOURCE_DATE_EPOCH: 'today' } });
    expect(code).toBe(2);
    expect(stderr).toContain('SOURCE_DATE_EPOCH holds seconds; found today');
  });
});
