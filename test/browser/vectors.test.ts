import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/chromium.ts';
import { bundleTests } from './bundle-tests.ts';

/** Tests of golden vectors that ask nothing of Node but to read the vectors. */
const FILES = [
  'mms/vectors',
  'sms/encode-sms',
  'sms/decode-sms',
  'sms/gsm7',
  'sms/segment',
  'push/documents',
  'push/push',
  'smart/messages',
  'smart/sckl',
  'ringtone/rtttl',
  'ringtone/ringing-tone',
  'bitmap/to-bitmap',
  'cards/vcard',
  'cards/vcalendar',
  'provisioning/vectors',
  'ems/ems',
  'smil/vectors',
  'inspect/vectors',
  'lint/vectors',
  'lint/rules',
];

/** Tests in these files; fewer would mean that the browser skipped some. */
const LEAST_TESTS = 1_400;

describeInBrowser('golden vectors in a browser', open => {
  it('pass as they do in Node', async () => {
    const script = await bundleTests(FILES);
    const { page, incidents } = await open('<!doctype html><meta charset="utf-8"><title>Vectors</title>');
    await page.addScriptTag({ content: script });
    const { passed, failed } = await page.evaluate<{ passed: number; failed: string[] }>('runTests()');
    expect(failed).toEqual([]);
    expect(passed).toBeGreaterThan(LEAST_TESTS);
    expect(incidents).toEqual([]);
  });
});
