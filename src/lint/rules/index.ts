import type { LintRule } from '../rule.ts';
import { EMS_RULES } from './ems.ts';
import { HABIT_RULES } from './habits.ts';
import { HEADER_RULES } from './headers.ts';
import { JAD_RULES } from './jad.ts';
import { LIMIT_RULES } from './limits.ts';
import { SMS_RULES } from './many-parts.ts';
import { MEDIA_RULES } from './media.ts';
import { METADATA_RULES } from './metadata.ts';
import { NAME_RULES } from './names.ts';
import { NETWORK_RULES } from './network/index.ts';
import { PRESENTATION_RULES } from './presentation.ts';
import { PROVISIONING_RULES } from './provisioning/index.ts';
import { RARE_TYPE_RULES } from './rare-types.ts';
import { REFERENCE_RULES } from './references.ts';
import { RELAY_RULES } from './relays.ts';
import { TEXT_RULES } from './texts.ts';

/** What lint judges itself, in the order of its findings. */
export const RULES: readonly LintRule[] = [
  ...PRESENTATION_RULES,
  ...REFERENCE_RULES,
  ...NAME_RULES,
  ...MEDIA_RULES,
  ...METADATA_RULES,
  ...RARE_TYPE_RULES,
  ...JAD_RULES,
  ...TEXT_RULES,
  ...LIMIT_RULES,
  ...HEADER_RULES,
  ...HABIT_RULES,
  ...NETWORK_RULES,
  ...RELAY_RULES,
  ...EMS_RULES,
  ...SMS_RULES,
  ...PROVISIONING_RULES,
];
