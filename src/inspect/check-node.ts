import { requireArray, requireNumber, requireObject, requireOctets, requireText } from '../bytes/index.ts';
import type { Issue } from '../issues/index.ts';
import type { InspectionNode } from './node.ts';

/**
 * Makes sure that a value is a tree of fields.
 * @throws MmsError `bytes/value-type`
 */
export function checkNode(node: InspectionNode, path = 'node'): void {
  requireObject(node, 'a tree of fields, as inspect gives it', path);
  const {
    name,
    clause,
    offset,
    length,
    bitOffset = 0,
    bitLength = 0,
    raw,
    error,
    warnings,
    children,
    joined,
  } = node;
  requireText(name, 'a text', `${path}.name`);
  if (clause !== undefined) requireText(clause, 'a text', `${path}.clause`);
  for (const [key, value] of Object.entries({ offset, length, bitOffset, bitLength }))
    requireNumber(value, 'a number', `${path}.${key}`);
  requireOctets(raw, `${path}.raw`);
  if (error !== undefined) checkIssue(error, `${path}.error`);
  eachOf(warnings, `${path}.warnings`, checkIssue);
  eachOf(children, `${path}.children`, checkNode);
  if (joined !== undefined) checkNode(joined, `${path}.joined`);
}

function eachOf<T>(
  list: readonly T[] | undefined,
  path: string,
  check: (one: T, path: string) => void,
): void {
  if (list === undefined) return;
  for (const [index, one] of requireArray(list, 'a list', path).entries()) check(one, `${path}[${index}]`);
}

function checkIssue(issue: Issue, path: string): void {
  const { code, message } = requireObject(issue, 'a finding', path);
  requireText(code, 'a text', `${path}.code`);
  requireText(message, 'a text', `${path}.message`);
}
