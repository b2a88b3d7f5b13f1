import { requireObject, requireOctets, requireText } from '../bytes/index.ts';
import { type Issue, issueOf, MEDIA_ISSUES } from '../issues/index.ts';
import { printable } from '../text/index.ts';
import { detectCharset, settleCharset } from './charset.ts';
import { parseContentType } from './content-type.ts';
import { formatOfType, formatsOfName, type MediaFormat, type MediaKind, mediaKind } from './formats.ts';
import { isText } from './probes.ts';
import { type SniffedMedia, sniffMedia } from './sniff.ts';

/** What is known of a medium before its octets are looked at. */
export interface MediaSource {
  /** File name; its extension counts. */
  readonly name?: string | undefined;
  /** Stated by the author: kept as written unless the octets are of another type, parameters other than charset left aside. */
  readonly contentType?: string | undefined;
  /** Stated by the author, in place of a charset in `contentType`. */
  readonly charset?: string | undefined;
  readonly data: Uint8Array;
}

/** A medium's type, and what does not add up. */
export interface DetectedMedia {
  /** Media type without parameters. */
  readonly contentType: string;
  readonly kind: MediaKind;
  /** Of texts and cards: as stated unless the octets contradict it, else as {@link detectCharset} finds it. */
  readonly charset?: string;
  /** The media type by the octets alone, if they have a mark. */
  readonly sniffed?: string;
  /** `media/type-mismatch`, `media/not-a-picture`, `media/unknown-type`, `text/charset-guessed` and the like. */
  readonly issues: readonly Issue[];
}

/** The type that holds, and what it goes by. */
interface Verdict {
  readonly contentType: string;
  readonly format?: MediaFormat | undefined;
  /** What claims the type, for messages; absent when the octets themselves decided. */
  readonly claim?: string;
}

/**
 * The type of a medium: the author's word, else the file name's extension, else the octets, else
 * `application/octet-stream`. Octets that are certainly of another type win over either; what does not add up is reported in
 * `issues`, nothing is thrown for it.
 * @throws MmsError `media/unknown-type` when `contentType` is not a type and subtype
 * @example
 * const { contentType, charset } = await detectMedia({ name: 'hello.txt', data });
 */
export async function detectMedia(source: MediaSource): Promise<DetectedMedia> {
  const { name, data, contentType, charset } = requireObject(
    source,
    'a medium such as { name, data }',
    'source',
  );
  for (const [key, text = ''] of Object.entries({ name, contentType, charset }))
    requireText(text, 'a text', key);
  const sniffed = await sniffMedia(requireOctets(data, 'data'));
  const stated = source.contentType === undefined ? undefined : parseContentType(source.contentType);
  const claimed = judge(source.name, stated?.type, sniffed);
  const mismatch = contradiction(claimed, sniffed, source.data);
  const verdict = mismatch?.code === 'media/type-mismatch' ? (byOctets(sniffed) ?? claimed) : claimed;
  const asked = source.charset ?? stated?.charset;
  // The charset that was stated for a text is none of the picture that stands in its place.
  const text = isTextual(verdict.contentType)
    ? textCharset(source.data, asked)
    : { charset: verdict === claimed ? asked : undefined, issues: [] };
  const isSilent = mismatch !== undefined && verdict === claimed;
  const found = [unknownType(verdict, source.name), mismatch].filter(entry => entry !== undefined);
  return {
    contentType: verdict.contentType,
    kind: verdict.format?.kind ?? mediaKind(verdict.contentType),
    ...(text.charset === undefined ? {} : { charset: text.charset }),
    ...(sniffed === undefined ? {} : { sniffed: sniffed.contentType }),
    issues: [...found, ...(isSilent ? [] : text.issues)],
  };
}

/** What the octets are beyond doubt; any text may be plain text. */
function byOctets(sniffed: SniffedMedia | undefined): Verdict | undefined {
  if (sniffed?.format === undefined || sniffed.contentType === 'text/plain') return undefined;
  return { contentType: sniffed.contentType, format: sniffed.format };
}

function textCharset(
  data: Uint8Array,
  stated: string | undefined,
): Pick<DetectedMedia, 'charset' | 'issues'> {
  return stated === undefined ? detectCharset(data) : settleCharset(data, stated);
}

function judge(
  name: string | undefined,
  stated: string | undefined,
  sniffed: SniffedMedia | undefined,
): Verdict {
  if (stated !== undefined) {
    return { contentType: stated, format: formatOfType(stated), claim: `stated as ${stated}` };
  }
  const candidates = name === undefined ? [] : formatsOfName(name);
  const format = candidates.find(row => row === sniffed?.format) ?? candidates[0];
  if (format !== undefined && name !== undefined) {
    return { contentType: format.contentType, format, claim: `named ${printable(name)}` };
  }
  return { contentType: sniffed?.contentType ?? 'application/octet-stream', format: sniffed?.format };
}

function isTextual(contentType: string): boolean {
  return contentType.toLowerCase().startsWith('text/');
}

function unknownType(verdict: Verdict, name: string | undefined): Issue | undefined {
  if (verdict.format !== undefined) return undefined;
  const subject = name === undefined ? 'the medium' : printable(name);
  return issueOf(
    MEDIA_ISSUES,
    'media/unknown-type',
    `${subject} is of an unknown type; ${verdict.contentType} is written`,
    {
      hint: 'state its content type, or rename it to a known extension',
    },
  );
}

/** What the octets say against the claim. */
function contradiction(
  { format, claim }: Verdict,
  sniffed: SniffedMedia | undefined,
  data: Uint8Array,
): Issue | undefined {
  if (format === undefined || claim === undefined || agree(format, sniffed, data)) return undefined;
  const found = sniffed === undefined ? 'nothing that is known' : sniffed.contentType;
  if (format.kind === 'image' && !isPicture(sniffed)) {
    return issueOf(MEDIA_ISSUES, 'media/not-a-picture', `a picture ${claim} holds ${found}`, {
      hint: 'give a JPEG, GIF, PNG or WBMP',
    });
  }
  return issueOf(MEDIA_ISSUES, 'media/type-mismatch', `a medium ${claim} holds ${found}`, {
    hint: sniffed === undefined ? 'check the file' : `rename it, or state ${sniffed.contentType}`,
  });
}

function isPicture(sniffed: SniffedMedia | undefined): boolean {
  return sniffed !== undefined && mediaKind(sniffed.contentType) === 'image';
}

function agree(claimed: MediaFormat, sniffed: SniffedMedia | undefined, data: Uint8Array): boolean {
  if (sniffed?.format !== undefined && familyOf(claimed) === familyOf(sniffed.format)) return true;
  // Any text may be sent as a plain one, and most texts have no mark.
  if (claimed.kind === 'text' || (isTextual(claimed.contentType) && !hasMark(claimed))) return isText(data);
  return !hasMark(claimed) && (sniffed === undefined || sniffed.contentType === 'text/plain');
}

function familyOf(format: MediaFormat): string {
  return format.family ?? format.contentType;
}

/** True when octets of the format are always recognised. */
function hasMark(format: MediaFormat): boolean {
  return format.probe !== undefined || format.byFileType === true;
}
