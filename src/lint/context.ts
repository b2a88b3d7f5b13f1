import type { ClassifiedMessage, ClassMisfit, ContentClass, Profile } from '../media/index.ts';

import type { Network } from '../networks/index.ts';
import type { ShortMessageContext } from './short-message.ts';
import type { LintSubject } from './subject.ts';

/** All that the rules may look at: what is judged, and by what. */
export interface LintContext extends LintSubject, ShortMessageContext {
  readonly profile?: Profile | undefined;
  readonly network?: NetworkOption | undefined;
  readonly contentClass?: ContentClass | undefined;
  /** What decides about the content class of the message. */
  readonly classified: ClassifiedMessage;
  /** What keeps it out of `contentClass`. */
  readonly misfits: readonly ClassMisfit[];
}

/** What the rules ask of a network; `findNetwork` gives one. */
export type NetworkOption = Pick<Network, 'code' | 'limits'>;
