import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { setFieldFile } from '../../scripts/mms/set-field.ts';
import { HEADER_FIELDS, MESSAGE_TYPES } from '../../src/mms/index.ts';
import type { DecodedRecord } from '../../src/mms/pdu-types.ts';
import { setField } from '../../src/mms/set-field.ts';

it('the file that sets fields is what the generator makes of the table', () => {
  for (const [file, text] of Object.entries(setFieldFile())) {
    const written = readFileSync(resolve(import.meta.dirname, '../..', file), 'utf8');
    expect(written === text, `run scripts/gen-set-field.ts: ${file}`).toBe(true);
  }
});

it.each(
  HEADER_FIELDS.filter(({ key }) => key !== 'messageType').map(({ code, key }) => [key, code] as const),
)('sets %s', (key, code) => {
  const [{ name: messageType }] = MESSAGE_TYPES;
  const pdu: DecodedRecord = { messageType, unknown: [], applicationHeaders: [], warnings: [] };
  setField(pdu, code, key, 'value');
  expect(pdu).toEqual({ messageType, unknown: [], applicationHeaders: [], warnings: [], [key]: 'value' });
});
