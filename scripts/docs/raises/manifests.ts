import { GIF } from './pdus.ts';
import { program, type Raise, type Raises } from './raise.ts';

const manifest = (yaml: string, files: Raise['files'] = {}): Raise => ({
  run: 'mms compose message.yaml -o out.mms --to +447700900123',
  files: { 'message.yaml': `${yaml}\n`, ...files },
});

/** Manifests, each with one fault. */
export const MANIFEST_RAISES = {
  'manifest/syntax': manifest('slides: [\n'),
  'manifest/too-large': program(`
import { writeFileSync } from 'node:fs';
import { openPresentation } from 'mms-composer';

writeFileSync('message.yaml', \`slides: [\${'{ text: Hello }, '.repeat(20_000)}]\\n\`);
await openPresentation(['message.yaml']);`),
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
      'a.gif': GIF,
    },
  ),
  'presentation/empty': manifest('slides: []'),
  'presentation/unsupported-pdu': {
    run: 'mms unpack a.mms -d parts',
    files: { 'a.mms': '8c81985431008d9292809980' },
  },
} satisfies Raises;
