import { expect, it } from 'vitest';
import { presentation } from '../../../src/presentation/index.ts';

it('a subject is one line: its line breaks become blanks, which is said', async () => {
  const message = await presentation({ subject: 'Spring\r\nsale\tnow' }).slide({ text: 'Hello' }).build();
  const { issues, bytes } = message.encode();
  expect(new TextDecoder().decode(bytes)).toContain('Spring sale now');
  expect(issues).toContainEqual(
    expect.objectContaining({ code: 'header/subject-line-break', path: 'subject', fixed: true }),
  );
  expect(() => message.toMms({ subject: Object(5) })).toThrow(
    expect.objectContaining({ code: 'bytes/value-type', path: 'subject' }),
  );
});
