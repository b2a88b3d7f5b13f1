import { expect, it } from 'vitest';
import { hasError, hasFinding } from '../../src/inspect/has-error.ts';
import type { InspectionNode } from '../../src/inspect/index.ts';
import { issue } from '../../src/issues/index.ts';

const plain: InspectionNode = { name: 'a', offset: 0, length: 0, raw: new Uint8Array() };
const broken: InspectionNode = { ...plain, error: issue('bytes/truncated', 'cut off') };
const warned: InspectionNode = { ...plain, warnings: [issue('wsp/non-minimal', 'long')] };

it.each<[string, InspectionNode, boolean, boolean]>([
  ['nothing', plain, false, false],
  ['an error', broken, true, true],
  ['an error inside', { ...plain, children: [plain, broken] }, true, true],
  ['an error in what the parts say together', { ...plain, children: [plain], joined: broken }, true, true],
  ['a warning in what the parts say together', { ...plain, joined: warned }, false, true],
])('a tree with %s is found out', (_, node, withError, withFinding) => {
  expect([hasError(node), hasFinding(node)]).toEqual([withError, withFinding]);
});
