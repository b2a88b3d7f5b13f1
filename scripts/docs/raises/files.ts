import { program, type Raises } from './raise.ts';

/** Files, each with one fault. */
export const FILE_RAISES = {
  'file/too-large': program(`
import { truncateSync, writeFileSync } from 'node:fs';
import { presentation } from 'mms-composer';

writeFileSync('film.3gp', '');
truncateSync('film.3gp', 40 * 1024 * 1024);
await presentation().slide({ video: 'film.3gp' }).build();`),
  'file/not-found': { run: 'mms lint nothing.mms' },
  'file/unreadable': { run: 'mms decode show', files: { 'show/a.txt': 'a' } },
  'file/outside-root': {
    run: 'mms compose show/message.yaml --root show -o out.mms',
    files: { 'show/message.yaml': 'slides: [{ image: ../a.jpg }]\n', 'a.jpg': 'ffd8ffd9' },
  },
  'file/output-is-input': { run: 'mms compose a.mms -o a.mms', files: { 'a.mms': '8c80' } },
  'file/unwritable': {
    run: 'mms vcard card.json -o nowhere/card.vcf',
    files: { 'card.json': '{ "family": "Smith" }' },
  },
  'file/syntax': { run: 'mms vcard card.json', files: { 'card.json': '{ "family": }' } },
  'file/unknown-format': { run: 'mms compose a.xyz.mms -o out.mms', files: { 'a.xyz.mms': '00112233' } },
  'file/sorted': {
    run: 'mms compose 1.txt 10.txt 2.txt -o out.mms --to +447700900123',
    files: { '1.txt': 'one', '10.txt': 'ten', '2.txt': 'two' },
  },
} satisfies Raises;
