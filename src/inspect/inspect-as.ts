import { isMmsError, type MmsError } from '../errors.ts';
import { type Issue, issue } from '../issues/index.ts';
import type { Form, Reading } from './form.ts';
import type { InspectionNode } from './node.ts';
import { toNode } from './to-node.ts';
import { TraceTree } from './trace-tree.ts';

/**
 * Octets as a form: the tree of what its decoder reads, `base` being the position of the first octet. Where the decoder
 * gives up, the rest are octets without a name.
 */
export function inspectAs(form: Form, bytes: Uint8Array, base = 0): InspectionNode {
  const tree = new TraceTree(form, 0);
  const result = readIn(form, bytes, tree);
  const root = tree.finish(isMmsError(result) ? errorIssue(result) : undefined);
  root.end = bytes.length * 8;
  const { name, ...rest } = toNode(root, { bytes, base });
  const node: InspectionNode = { name, form: form.as, ...rest };
  const content = isMmsError(result) ? undefined : result.content;
  return content === undefined ? node : withContent(node, content.path, content.form);
}

function readIn(form: Form, bytes: Uint8Array, trace: TraceTree): Reading | MmsError {
  try {
    return form.read(bytes, { trace });
  } catch (error) {
    if (isMmsError(error)) return error;
    throw error;
  }
}

/** An error as the finding of a node. */
export function errorIssue({ code, message, offset, path, hint }: MmsError): Issue {
  return issue(code, message, {
    severity: 'error',
    ...(offset === undefined ? {} : { offset }),
    ...(path === undefined ? {} : { path }),
    ...(hint === undefined ? {} : { hint }),
  });
}

/** The tree with the field at `path` opened: its octets are of a form of their own. */
function withContent(node: InspectionNode, path: string, form: Form): InspectionNode {
  const { value, ...field } = node;
  if (node.path === path) return { ...field, children: [inspectAs(form, node.raw, node.offset)] };
  return node.children === undefined
    ? node
    : { ...node, children: node.children.map(child => withContent(child, path, form)) };
}
