import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.ts';
import { type InspectionNode, inspect } from '../../src/inspect/index.ts';
import { type DecodedPdu, decodePdu, encodePdu, HEADER_FIELDS } from '../../src/mms/index.ts';
import type { DecodedPart } from '../../src/wsp/index.ts';
import { anyPdu } from '../mms/arbitraries.ts';
import { runs } from '../support/property.ts';
import { expectTiled } from './tiling.ts';

const childrenOf = ({ children = [] }: InspectionNode): readonly InspectionNode[] => children;

const valuesAt = (node: InspectionNode, path: string): unknown[] =>
  childrenOf(node).flatMap(child => (child.path === path ? [child.value] : []));

/** The fields of the tree say what the decoder says. */
function expectSameHeaders(root: InspectionNode, pdu: DecodedPdu): void {
  const decoded = new Map<string, unknown>(Object.entries(pdu));
  for (const key of new Set(HEADER_FIELDS.map(row => row.key))) {
    const value = decoded.get(key);
    const wanted = value === undefined ? [] : Array.isArray(value) ? value : [value];
    expect({ key, values: valuesAt(root, key) }).toEqual({ key, values: wanted });
  }
  expect(valuesAt(root, 'applicationHeaders')).toEqual(pdu.applicationHeaders);
  expect(valuesAt(root, 'unknown')).toEqual(pdu.unknown.map(({ raw }) => raw));
}

function expectSameParts(node: InspectionNode, parts: readonly DecodedPart[]): void {
  const entries = childrenOf(node).filter(({ name }) => name === 'Entries');
  const nodes = entries.flatMap(childrenOf);
  expect(nodes.length).toBe(parts.length);
  for (const [i, part] of parts.entries()) {
    const entry = nodes[i] ?? node;
    const { contentType: type, parameters, typeCode, unknownParameters } = part;
    expect(childrenOf(entry).find(({ name }) => name === 'Content-Type')?.value).toEqual({
      type,
      parameters,
      ...(typeCode === undefined ? {} : { typeCode }),
      ...(unknownParameters === undefined ? {} : { unknownParameters }),
    });
    const named = childrenOf(entry).flatMap(({ name, value }) =>
      name.startsWith('Content-ID') || name === 'Content-Location' ? [value] : [],
    );
    expect(named).toEqual([part.contentId, part.contentLocation].filter(value => value !== undefined));
    if (part.parts !== undefined) expectSameParts(entry, part.parts);
    else expect(childrenOf(entry).at(-1)?.value).toEqual(part.data);
  }
}

describe('inspect', () => {
  it('says of any PDU what the decoder says, and names every octet', () => {
    fc.assert(
      fc.property(anyPdu, pdu => {
        const bytes = encodePdu(pdu);
        const root = inspect(bytes);
        expect(root.form).toBe('mms');
        expectTiled(root, bytes);
        const decoded = decodePdu(bytes);
        expectSameHeaders(root, decoded);
        if ('parts' in decoded && decoded.parts !== undefined) expectSameParts(root, decoded.parts);
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe('settings', () => {
  it('are named token by token in a push', () => {
    const bytes = fromHex('01060403b69183030b6a00c54601c65601870706034578616d706c6500010101');
    const root = inspect(bytes);
    expectTiled(root, bytes);
    const text = JSON.stringify(root, (key, value) => (key === 'raw' ? undefined : value));
    expect(text).toContain('characteristic');
    expect(text).toContain('Example');
    expect(text).not.toContain('token-');
  });
});
