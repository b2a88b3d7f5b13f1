import type { Form } from './form.ts';
import { FORMS } from './forms.ts';
import { inspectAs } from './inspect-as.ts';
import type { InspectionNode } from './node.ts';

/** The tree of octets in the form that suits them best; `undefined` when they look like none. */
export function inspectAsBest(bytes: Uint8Array): InspectionNode | undefined {
  let best: { readonly node: InspectionNode; readonly fitness: number } | undefined;
  for (const form of FORMS) {
    if (!form.looksLike(bytes)) continue;
    const node = inspectAs(form, bytes);
    const fitness = fitnessOf(node);
    if (best === undefined || fitness > best.fitness) best = { node, fitness };
    if (fitness === PERFECT || isUnmistakable(form)) break;
  }
  return best?.node;
}

const PERFECT = 3;

/** Read to the end without a word, read with warnings, or the share of the octets before an error. */
function fitnessOf(node: InspectionNode): number {
  const { errorAt, warnings } = findingsIn(node);
  if (errorAt !== undefined) return errorAt / Math.max(1, node.length);
  return warnings === 0 ? PERFECT : 1 + 1 / warnings;
}

interface Findings {
  readonly errorAt: number | undefined;
  readonly warnings: number;
}

function findingsIn(node: InspectionNode): Findings {
  let errorAt = node.error === undefined ? undefined : node.offset + node.length;
  let warnings = node.warnings?.length ?? 0;
  for (const child of node.children ?? []) {
    const found = findingsIn(child);
    errorAt ??= found.errorAt;
    warnings += found.warnings;
  }
  return { errorAt, warnings };
}

/** No other form begins like an MMS PDU, and one can have megabytes. */
function isUnmistakable({ as }: Form): boolean {
  return as === 'mms';
}
