import { requireText } from '../../bytes/index.ts';
/** The content classes of the Core domain, by the names that X-Mms-Content-Class has in decoded values. */
export type ContentClassName =
  | 'text'
  | 'image-basic'
  | 'image-rich'
  | 'video-basic'
  | 'video-rich'
  | 'megapixel';

/** What a message of a class may hold (OMA MMS Conformance 1.2 and 1.3, clause 7, table 1). */
export interface ContentClass {
  readonly name: ContentClassName;
  /** Of the encoded message. */
  readonly maxBytes: number;
  /** Largest picture; absent where no picture may be. */
  readonly maxImage?: { readonly width: number; readonly height: number };
  /** Media types in lower case, SMIL included. */
  readonly accept: readonly string[];
  /** Sizes that a film may have, QCIF and sub-QCIF; absent where no film may be. */
  readonly videoSizes?: readonly { readonly width: number; readonly height: number }[];
}

const KIB = 1024;

const TEXT = ['text/plain', 'application/smil', 'text/x-vcard', 'text/x-vcalendar'] as const;
const BASIC = [
  ...TEXT,
  'image/jpeg',
  'image/gif',
  'image/vnd.wap.wbmp',
  'audio/amr',
  'audio/vnd.qcelp',
] as const;
const RICH = [...BASIC, 'audio/sp-midi'] as const;
const VIDEO = [...RICH, 'video/3gpp', 'video/3gpp2'] as const;

const SMALL = { width: 160, height: 120 } as const;
const VGA = { width: 640, height: 480 } as const;
const UXGA = { width: 1600, height: 1200 } as const;
const QCIF_SIZES = [
  { width: 176, height: 144 },
  { width: 128, height: 96 },
] as const;

/**
 * The content classes, smallest first. Sizes are those of Symbian's `MmsConformance`, which also lets cards into the
 * text class; the classes of the Content domain (MMS 1.3) have no limits that could be verified and are left out.
 */
export const contentClasses: readonly ContentClass[] = [
  { name: 'text', maxBytes: 30 * KIB, accept: TEXT },
  { name: 'image-basic', maxBytes: 30 * KIB, maxImage: SMALL, accept: BASIC },
  { name: 'image-rich', maxBytes: 100 * KIB, maxImage: VGA, accept: RICH },
  { name: 'video-basic', maxBytes: 100 * KIB, maxImage: VGA, accept: VIDEO, videoSizes: QCIF_SIZES },
  { name: 'video-rich', maxBytes: 300 * KIB, maxImage: VGA, accept: VIDEO, videoSizes: QCIF_SIZES },
  {
    name: 'megapixel',
    maxBytes: 600 * KIB,
    maxImage: UXGA,
    accept: [...VIDEO, 'application/vnd.wap.xhtml+xml'],
    videoSizes: QCIF_SIZES,
  },
];

/** The class of a name; `undefined` for an unknown name. */
export function contentClass(name: string): ContentClass | undefined {
  requireText(name, 'the name of a content class', 'name');
  return contentClasses.find(row => row.name === name);
}
