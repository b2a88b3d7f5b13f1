import { type PresentationPart, SMIL_TYPE } from '../message/index.ts';
import type { ContentTypeInput } from '../wsp/index.ts';

const RELATED = 'application/vnd.wap.multipart.related';
const MIXED = 'application/vnd.wap.multipart.mixed';

/** Content-Type of a message: `type`, then `start` (AOSP wants it equal to the Content-ID octet by octet). */
export function contentTypeOf(smil: PresentationPart | undefined): ContentTypeInput {
  if (smil === undefined) return { type: MIXED };
  const start = smil.contentId;
  return { type: RELATED, parameters: { type: SMIL_TYPE, ...(start === undefined ? {} : { start }) } };
}
