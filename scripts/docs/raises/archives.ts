import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../browser/bundle.ts';
import { program, type Raise, type Raises } from './raise.ts';

/** An archive of the test vectors. */
function archive(name: string): string {
  return readFileSync(join(ROOT, 'test/vectors/zip', name)).toString('hex');
}

const hexOf = (text: string): string => Buffer.from(text).toString('hex');

const lintArchive = (hex: string): Raise => ({ run: 'mms lint show.zip', files: { 'show.zip': hex } });

/** 01-complete.zip, whose directory says that its first file has 6 MiB. */
function claimingMore(): string {
  const octets = Buffer.from(archive('zip/01-complete.zip'), 'hex');
  octets.writeUInt32LE(6 * 1024 * 1024, octets.indexOf('PK\u0001\u0002') + 24);
  return octets.toString('hex');
}

/** A folder that is written, then read. */
const folder = (code: string): Raise =>
  program(`
import { writeFolder } from 'mms-composer';

const data = new TextEncoder().encode('Hello');
await writeFolder('show', [${code}]);`);

/** Archives and folders, each with one fault. */
export const ARCHIVE_RAISES = {
  'zip/not-a-zip': { run: 'mms unpack a.bin -d parts', files: { 'a.bin': '504b030400' } },
  'zip/corrupt': lintArchive(archive('zip/02-no-smil.zip').replace('504b0304', '504b0305')),
  'zip/encrypted': lintArchive(archive('tools/refused-encrypted.zip')),
  'zip/unsupported': lintArchive(archive('tools/refused-zip64.zip')),
  'zip/too-large': lintArchive(claimingMore()),
  'zip/duplicate': lintArchive(archive('zip/03-two-smil.zip').replaceAll(hexOf('b.smil'), hexOf('A.smil'))),
  'zip/unsafe-path': lintArchive(archive('zip/09-zip-slip.zip')),
  'zip/empty': lintArchive(archive('zip/13-empty.zip')),
  'zip/several-smil': lintArchive(archive('zip/03-two-smil.zip')),
  'zip/no-smil': lintArchive(archive('zip/02-no-smil.zip')),
  'zip/junk-ignored': lintArchive(archive('zip/08-os-junk.zip')),
  'name/flattened': lintArchive(archive('zip/06-nested-folder.zip')),
  'ref/case-mismatch': lintArchive(archive('zip/10-case-mismatch.zip')),
  'ref/unresolved': lintArchive(archive('zip/14-smil-only.zip')),
  'ref/unreferenced': lintArchive(archive('zip/05-unreferenced.zip')),
  'folder/empty': { run: 'mms compose show -o out.mms', files: { 'show/.keep': '' } },
  'folder/junk-ignored': {
    run: 'mms lint show',
    files: { 'show/a.txt': 'Hello', 'show/.hidden': 'x' },
    besides: ['zip/no-smil'],
  },
  'folder/too-large': program(`
import { Presentation, writeFolder } from 'mms-composer';

const data = new TextEncoder().encode('Hello');
const files = Array.from({ length: 200 }, (_, index) => ({ name: \`\${index}.txt\`, data }));
await writeFolder('show', files);
await Presentation.fromFolder('show');`),
  'folder/unsafe-name': folder(`{ name: '../hello.txt', data }`),
  'folder/duplicate': folder(`{ name: 'hello.txt', data }, { name: 'Hello.txt', data }`),
  'folder/symlink': {
    ...program(
      `
import { symlinkSync } from 'node:fs';
import { Presentation } from 'mms-composer';

symlinkSync('../hello.txt', 'show/hello.txt');
await Presentation.fromFolder('show');`,
      { 'hello.txt': 'Hello\n', 'show/more.txt': 'More\n' },
    ),
  },
} satisfies Raises;
