import type { Spot } from './findings.ts';
import type { Presence, Rule } from './shape.ts';
import { isPresent, type Values } from './values.ts';

/** Tells whether an object has what a {@link Presence} asks for. */
export type Holds = (presence: Presence, values: Values) => boolean;

/** Notes which rules about the keys of an object are broken. */
export function checkRules(rules: readonly Rule[], values: Values, spot: Spot, holds: Holds): void {
  const present = (presences: readonly Presence[]): Presence[] =>
    presences.filter(presence => holds(presence, values));
  for (const rule of rules) {
    if ('atMostOne' in rule) checkAtMostOne(present(rule.atMostOne), rule.hint, spot);
    else if ('atLeastOne' in rule) checkAtLeastOne(rule, present(rule.atLeastOne), spot);
    else if (isPresent(values, rule.key)) checkNeeds(rule, present(rule.needsOneOf), spot);
  }
}

type AtLeastOne = Extract<Rule, { readonly atLeastOne: unknown }>;
type Needs = Extract<Rule, { readonly needsOneOf: unknown }>;

function checkAtMostOne([first, ...others]: readonly Presence[], hint: string | undefined, spot: Spot): void {
  if (first === undefined) return;
  for (const other of others) {
    const message = `${nameOf(other)} and ${nameOf(first)} exclude each other`;
    spot.below(keyOf(other)).report('conflict', message, { isKey: true, hint });
  }
}

function checkAtLeastOne({ atLeastOne, hint }: AtLeastOne, present: readonly Presence[], spot: Spot): void {
  if (present.length > 0) return;
  spot.report('missing', `expected ${atLeastOne.map(nameOf).join(' or ')}`, { hint });
}

function checkNeeds({ key, needsOneOf, hint }: Needs, present: readonly Presence[], spot: Spot): void {
  if (present.length > 0) return;
  const message = `${key} needs ${needsOneOf.map(nameOf).join(' or ')}`;
  spot.below(key).report('missing', message, { isKey: true, hint });
}

/** The key that a {@link Presence} is about. */
export function keyOf(presence: Presence): string {
  return typeof presence === 'string' ? presence : presence.key;
}

function nameOf(presence: Presence): string {
  return typeof presence === 'string' ? presence : presence.called;
}
