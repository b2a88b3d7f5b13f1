import { formatOfType } from '../../media/index.ts';
import { printable } from '../../text/index.ts';
import type { LintContext } from '../context.ts';
import type { LintFinding, LintRule } from '../rule.ts';
import type { ContextPart } from '../subject.ts';
import { nameOf } from '../subject.ts';

/** User agent profiles that state types, and those among them that list a type under its usual name. */
const PROFILES = 3111;
const LISTED: Readonly<Record<string, number>> = {
  'image/jpeg': 3089,
  'image/gif': 3105,
  'image/png': 3020,
  'image/vnd.wap.wbmp': 2724,
  'image/bmp': 2424,
  'image/svg+xml': 493,
  'image/tiff': 229,
  'image/webp': 9,
  'audio/amr': 3060,
  'audio/midi': 3091,
  'audio/sp-midi': 1959,
  'audio/mpeg': 2707,
  'audio/wav': 1856,
  'audio/aac': 2112,
  'audio/imelody': 1990,
  'audio/mp4': 2288,
  'audio/3gpp': 2402,
  'audio/amr-wb': 1075,
  'application/vnd.smaf': 402,
  'video/3gpp': 2836,
  'video/mp4': 2617,
  'video/3gpp2': 1250,
  'video/quicktime': 125,
};

/** Listed by more than this share, a type is taken for granted; below the second, few phones show it. */
const SHARE = { usual: 0.88, few: 0.5 } as const;

function rareType(context: LintContext): LintFinding[] {
  if (context.profile !== undefined || context.contentClass !== undefined) return [];
  return (context.parts ?? []).filter(isShown).flatMap(part => {
    const share = shareOf(part.contentType);
    if (share > SHARE.usual) return [];
    const percent = Math.round(share * 100);
    const words = `is ${printable(part.contentType)}, which ${percent} % of phones list`;
    const message = `${printable(nameOf(part))} ${words}`;
    return [{ message, path: part.path, ...(share > SHARE.few ? { severity: 'info' as const } : {}) }];
  });
}

function isShown({ kind }: ContextPart): boolean {
  return kind === 'image' || kind === 'audio' || kind === 'video';
}

function shareOf(contentType: string): number {
  return (LISTED[formatOfType(contentType)?.contentType.toLowerCase() ?? ''] ?? 0) / PROFILES;
}

/** Types by what phones say of themselves. */
export const RARE_TYPE_RULES: readonly LintRule[] = [{ code: 'media/rare-type', check: rareType }];
