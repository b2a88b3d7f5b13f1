import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../browser/bundle.ts';
import type { Raise } from './raise.ts';

/** An archive of the test vectors. */
function archive(name: string): string {
  return readFileSync(join(ROOT, 'test/vectors/zip/zip', name)).toString('hex');
}

const lintArchive = (hex: string, besides: Raise['besides'] = []): Raise => ({
  run: 'mms lint show.zip',
  files: { 'show.zip': hex },
  besides,
});

const manifest = (yaml: string, files: Raise['files'] = {}): Raise => ({
  run: 'mms compose message.yaml -o out.mms --to +447700900123',
  files: { 'message.yaml': `${yaml}\n`, ...files },
});

/** Archives, folders, manifests and files, each with one fault. */
export const BUNDLE_RAISES = {
  'zip/not-a-zip': { run: 'mms unpack a.bin -d parts', files: { 'a.bin': '504b030400' } },
  'zip/empty': lintArchive(archive('13-empty.zip')),
  'zip/several-smil': lintArchive(archive('03-two-smil.zip')),
  'zip/unsafe-path': lintArchive(archive('09-zip-slip.zip')),
  'zip/no-smil': lintArchive(archive('02-no-smil.zip')),
  'zip/junk-ignored': lintArchive(archive('08-os-junk.zip')),
  'zip/corrupt': lintArchive(archive('02-no-smil.zip').replace('504b0304', '504b0305')),
  'name/flattened': lintArchive(archive('06-nested-folder.zip')),
  'ref/case-mismatch': lintArchive(archive('10-case-mismatch.zip')),
  'ref/unresolved': lintArchive(archive('14-smil-only.zip')),
  'ref/unreferenced': lintArchive(archive('05-unreferenced.zip')),
  'folder/empty': { run: 'mms compose show -o out.mms', files: { 'show/.keep': '' }, besides: [] },
  'folder/junk-ignored': {
    run: 'mms lint show',
    files: { 'show/a.txt': 'Hello', 'show/.hidden': 'x' },
    besides: ['zip/no-smil'],
  },
  'manifest/syntax': manifest('slides: [\n'),
  'manifest/unknown-key': manifest('slide: [{ text: Hello }]\nslides: [{ text: Hello }]'),
  'manifest/type': manifest('slides: Hello'),
  'manifest/value': manifest('slides: [{ text: Hello, duration: soon }]'),
  'manifest/missing': manifest('subject: Hello'),
  'manifest/conflict': manifest('slides: [{ image: a.jpg, video: a.3gp }]'),
  'manifest/too-deep': manifest(`slides: ${'['.repeat(40)}${']'.repeat(40)}`),
  'manifest/unknown-variable': manifest('slides: [{ text: "Dear {{name}}" }]'),
  'manifest/several': {
    run: 'mms compose show -o out.mms',
    files: {
      'show/message.yaml': 'slides: [{ text: a }]\n',
      'show/message.json': '{ "slides": [{ "text": "b" }] }\n',
    },
  },
  'manifest/several-targets': {
    run: 'mms preview message.yaml --adapt --text',
    files: {
      'message.yaml':
        'slides: [{ text: Hello }]\ntargets:\n  a: { profile: nokia-6230 }\n  b: { profile: nokia-6610 }\n',
    },
  },
  'layout/several-fits': manifest(
    'slides:\n  - image: { src: a.gif, fit: fill }\n  - image: { src: a.gif, fit: meet }',
    {
      'a.gif': '47494638396101000100800000ffffff00000021f90400000000002c00000000010001000002024401003b',
    },
  ),
  'presentation/empty': manifest('slides: []'),
  'presentation/unsupported-pdu': {
    run: 'mms unpack a.mms -d parts',
    files: { 'a.mms': '8c81985431008d9292809980' },
  },
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
} satisfies Readonly<Record<string, Raise>>;
