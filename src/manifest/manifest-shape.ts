import { EMS_MAKES } from '../ems/index.ts';
import { RULE_CODES } from '../issues/index.ts';
import { addressShape } from '../mms/index.ts';
import type { Presence, Shape, TypeOf } from '../schema/index.ts';
import {
  boolean,
  data,
  keyText,
  list,
  map,
  named,
  number,
  object,
  oneOf,
  text,
  withKey,
  word,
  wordOrText,
} from '../schema/index.ts';
import type { LayoutPreset } from '../smil/index.ts';
import { contentClass, headersShape } from './header-shapes.ts';
import { attachmentsShape, charset, slidesShape } from './media-shapes.ts';
import { applicationHeaderShape, contentTypeShape, partShape, rawValueShape } from './part-shapes.ts';
import { duration, path, pixels, prose, size } from './value-shapes.ts';

const PRESETS = [
  'image-above-text',
  'text-above-image',
  'image-beside-text',
] as const satisfies readonly LayoutPreset[];

const SMIL_WORDS = ['auto', 'always', 'never', 'verbatim'] as const;

/** What lint does with a rule. */
const LINT_LEVELS = ['error', 'warning', 'info', 'off'] as const;

const variableName = keyText('a variable name', /^[A-Za-z][A-Za-z0-9_]*$/u);

const ruleName = { kind: 'text', words: RULE_CODES, called: 'a rule of lint' } as const;

/** It becomes a folder or a part of a file name. */
const targetName = keyText(
  'a target name of letters, digits, ".", "_", "-"',
  /^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/u,
);

/** The name of a SMIL file. */
export const smilFile: Shape<string> = {
  kind: 'text',
  pattern: /^[^\0]*\.[sS][mM][iI][lL]?$/u,
  called: 'the name of a SMIL file',
};

const budget = named(
  'budget',
  object('What the encoded message may take.', {
    keys: {
      bytes: size('Limit of the whole message.', 1),
      reserve: size('What is kept free below the limit; 1024 by default.', 0),
    },
  }),
);

/** The makes that have EMS. */
const EMS_MAKE_NAMES = EMS_MAKES.filter(({ takesEms }) => takesEms).map(({ make }) => make);

const mode = word('How strictly lint takes the content class.', ['restricted', 'warning', 'free']);

const network = text('A network: its code such as 234-10, or a name that only it has.', {
  pattern: /^[^\0]+$/u,
  called: 'a network such as "234-10"',
});

const adapt = boolean('false: leave the media as they are.');

/** What a target may say in place of the manifest. */
const targetShape = object('One output of the message.', {
  keys: {
    profile: oneOf('The handset: a built-in profile, a file, or a profile of your own.', [
      text('Its name, or a JSON or UAProf file.', { pattern: /^[^\0]+$/u, called: 'a profile' }),
      data('A profile with the keys of the built-in ones.', 'a profile'),
    ]),
    network,
    phoneMake: word('Make of the telephones that out.ems is for; EMS: any.', EMS_MAKE_NAMES),
    contentClass: contentClass('Content class that lint holds it to.'),
    mode,
    budget,
    smil: word('Whether it gets a SMIL document.', SMIL_WORDS),
    adapt,
  },
});

const outPath = (what: string): Shape<string> =>
  path(`File for ${what}; [target] in it is the target's name.`);

const outShape = object('Files to write.', {
  keys: {
    mms: outPath('the binary message'),
    zip: outPath('the ZIP bundle'),
    preview: outPath('the HTML preview'),
    report: outPath('the size report as JSON'),
    ems: outPath('the message for telephones of 2002: JSON as mms ems and mms send ems take it'),
  },
});

const severalTargets: Presence = {
  key: 'targets',
  as: { kind: 'map', key: { kind: 'text' }, value: targetShape, minKeys: 2 },
  called: 'several targets',
};

/** An output that would be written over by each target. */
function sameFile(output: 'mms' | 'zip'): Presence {
  const single: Shape = { kind: 'text', pattern: /^(?![\s\S]*\[target\])/u };
  return {
    key: 'out',
    as: { kind: 'object', keys: { [output]: single }, required: [output], rules: [], isOpen: true },
    called: `out.${output} without [target]`,
  };
}

const SMIL_FILE: Presence = { key: 'smil', as: smilFile, called: 'smil naming a file' };

/** Values that stand in texts. */
export const varsShape = map(
  'Values for {{name}} in subject, texts, alt, addresses and paths.',
  variableName,
  oneOf('A text, a number, or true or false.', [
    text('A text.', { pattern: /^[^\0]*$/u, called: 'a text without NUL' }),
    number('A number.', { min: -Number.MAX_SAFE_INTEGER, isInteger: false }),
    boolean('true or false.'),
  ]),
);

/** The manifest of a message: the one description of its keys. */
export const manifestShape = object('An MMS message: what it is made of, and what is made of it.', {
  keys: {
    $schema: text('Where this schema is, for editors.'),
    pdu: word('send-req, to be submitted, is the default; retrieve-conf is what a phone fetches.', [
      'send-req',
      'retrieve-conf',
    ]),
    subject: prose('The subject; the same as headers.subject.'),
    to: list('Recipients; the same as headers.to.', addressShape),
    headers: headersShape,
    network,
    contentClass: contentClass('Content class that lint holds the message to.'),
    mode,
    budget,
    layout: object('The layout of all slides, in pixels.', {
      keys: {
        preset: word('Where picture and text stand.', PRESETS),
        width: pixels('Width of the screen.'),
        height: pixels('Height of the screen.'),
        imageHeight: pixels('Height of the picture, above or below the text.'),
        imageWidth: pixels('Width of the picture, beside the text.'),
      },
    }),
    defaults: object('What holds where a slide says nothing.', {
      keys: {
        duration: duration('How long a slide stands.'),
        charset: charset('Charset that texts are sent in; else us-ascii where it will do, or utf-8.'),
        background: text('Colour behind transparent pictures.', {
          pattern: /^#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$/u,
          called: 'a colour such as "#ffffff"',
        }),
      },
    }),
    vars: varsShape,
    smil: wordOrText(
      'auto, always, never or verbatim (keep it octet by octet); or a SMIL file, in place of slides.',
      SMIL_WORDS,
      {
        pattern: /^[^\0]*\.[sS][mM][iI][lL]?$/u,
        called: 'auto, always, never, verbatim or the name of a SMIL file',
      },
    ),
    metadata: word(
      'strip, the default: pictures tell nothing of who took them, where and with what; or keep.',
      ['strip', 'keep'],
    ),
    adapt,
    slides: slidesShape,
    attachments: attachmentsShape,
    contentType: contentTypeShape,
    parts: list('All parts in their order, in place of slides.', partShape),
    unknown: list('Header fields of unknown number or form.', rawValueShape),
    applicationHeaders: list('Headers with a name instead of a number.', applicationHeaderShape),
    targets: map('Outputs by name, each for a profile.', targetName, targetShape),
    lint: map(
      'Rules of lint by name, and what becomes of them.',
      ruleName,
      word('What lint does.', LINT_LEVELS),
    ),
    out: outShape,
  },
  rules: [
    { atMostOne: ['slides', SMIL_FILE, 'parts'], hint: 'each of them alone says what the message shows' },
    { atMostOne: ['attachments', 'parts'], hint: 'parts lists every part: put it there' },
    { atLeastOne: ['slides', 'attachments', SMIL_FILE, 'parts'], hint: 'there is nothing to send' },
    { key: 'contentType', needsOneOf: ['parts'], hint: 'else it follows from the parts' },
    { atMostOne: ['subject', withKey('headers', 'subject')] },
    { atMostOne: ['to', withKey('headers', 'to')] },
    { atMostOne: [severalTargets, sameFile('mms')], hint: 'each target would write the same file' },
    { atMostOne: [severalTargets, sameFile('zip')], hint: 'each target would write the same file' },
  ],
});

/**
 * The manifest of a message, as an object.
 * @interface
 */
export type Manifest = TypeOf<typeof manifestShape>;
/**
 * One output of a manifest.
 * @interface
 */
export type ManifestTarget = TypeOf<typeof targetShape>;
