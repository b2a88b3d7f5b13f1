import { isMmsError, MmsError } from '../../errors.ts';
import { type Issue, issue } from '../../issues/index.ts';
import { mediaKind, partNamer } from '../../media/index.ts';
import {
  type MessageHeaders,
  type PresentationPart,
  parseSmilPart,
  partNames,
  rootPart,
  textOf,
} from '../../message/index.ts';
import { type DecodePduOptions, decodePdu } from '../../mms/index.ts';
import type { DecodedPart } from '../../wsp/index.ts';
import { type PresentationContent, type PresentationSmil, UNPACKED_MANIFEST } from '../content.ts';

/**
 * Reads an m-send-req or m-retrieve-conf. Parts, headers and SMIL stay as they are; each part gets a safe file name.
 * @throws MmsError `presentation/unsupported-pdu` for a PDU that carries no message, and what `decodePdu` throws
 */
export function readMms(bytes: Uint8Array, options: DecodePduOptions = {}): PresentationContent {
  const pdu = decodePdu(bytes, options);
  if (pdu.messageType !== 'm-send-req' && pdu.messageType !== 'm-retrieve-conf') {
    throw new MmsError('presentation/unsupported-pdu', `${pdu.messageType} carries no message`, {
      hint: 'decode shows what it says',
    });
  }
  const {
    messageType,
    contentType,
    parts = [],
    body,
    warnings,
    unknown,
    applicationHeaders,
    ...fields
  } = pdu;
  const single = body === undefined || contentType === undefined ? [] : [singlePart(contentType, body)];
  const named = nameParts([...parts, ...single]);
  const root = rootPart(named, contentType);
  const { smil, issues } = root === undefined ? { smil: undefined, issues: [] } : readSmil(root);
  const headers: MessageHeaders = {
    ...fields,
    ...(unknown.length > 0 ? { unknown } : {}),
    ...(applicationHeaders.length > 0 ? { applicationHeaders } : {}),
  };
  return {
    messageType,
    parts: named,
    smil,
    headers,
    contentType: single.length > 0 ? undefined : contentType,
    issues: [...warnings, ...issues],
  };
}

function singlePart(
  { type, ...rest }: { readonly type: string; readonly parameters: DecodedPart['parameters'] },
  data: Uint8Array,
): DecodedPart {
  return { ...rest, contentType: type, headers: [], data };
}

function nameParts(parts: readonly DecodedPart[]): PresentationPart[] {
  const safeName = partNamer([UNPACKED_MANIFEST]);
  return parts.map(({ parts: _nested, ...part }, index) => {
    const { name } = safeName(partNames(part)[0] ?? `part${index + 1}`);
    return { ...part, name, kind: mediaKind(part.contentType) };
  });
}

/** The SMIL document of a part; one that cannot be read is a finding, and its part stays as it is. */
export function readSmil(part: PresentationPart): {
  smil: PresentationSmil | undefined;
  issues: readonly Issue[];
} {
  try {
    const parsed = parseSmilPart(part);
    return {
      smil: { document: parsed.smil, text: textOf(part).text, part, parsed },
      issues: parsed.issues.map(found => ({ ...found, file: part.name })),
    };
  } catch (error) {
    if (!isMmsError(error)) throw error;
    return { smil: undefined, issues: [issue(error.code, error.message, { file: part.name })] };
  }
}
