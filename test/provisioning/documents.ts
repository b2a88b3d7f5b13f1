import fc from 'fast-check';
import {
  type Characteristic,
  type Parm,
  PROVISIONING_LANGUAGE,
  type ProvisioningDocument,
} from '../../src/provisioning/index.ts';

const prefixesOf = (attribute: string): string[] =>
  PROVISIONING_LANGUAGE.attributeStarts.flatMap(row =>
    'prefix' in row && row.name === attribute ? [row.prefix] : [],
  );

const names = [...new Set(prefixesOf('name')), 'FROM', 'RT-ADDR', 'X-COLOUR', 'é'];
const types = [...new Set(prefixesOf('type')), 'SERVICES', 'X-GROUP'];
/** Fault of libwbxml 0.11: it spells these TRETRA-…, so that it never finds them. */
const MISSPELT: readonly string[] = ['TETRA-SDS', 'TETRA-PACKET'];

const words = [...new Set(PROVISIONING_LANGUAGE.attributeValues.map(row => row.value))].filter(
  word => word !== ',' && !MISSPELT.includes(word),
);

/** A whole value token, or a text in which no token can be hidden. */
const value = fc.oneof(
  fc.constantFrom(...words),
  fc.string({ unit: fc.constantFrom(...'abcxyz0 &<"\'./:@é音'), maxLength: 20 }),
);

const parm: fc.Arbitrary<Parm> = fc.record(
  { name: fc.constantFrom(...names), value },
  { requiredKeys: ['name'] },
);

const group = (depth: number): fc.Arbitrary<Characteristic> =>
  fc.record({
    type: fc.constantFrom(...types),
    content: fc.array(depth === 0 ? parm : fc.oneof({ weight: 3, arbitrary: parm }, group(depth - 1)), {
      maxLength: 6,
    }),
  });

/** Documents of every token that we have. */
export const documents: fc.Arbitrary<ProvisioningDocument> = fc.record({
  characteristics: fc.array(group(2), { minLength: 1, maxLength: 4 }),
});

/** Values in which tokens stand among other text, which encoders may write in several ways. */
export const mixedDocuments: fc.Arbitrary<ProvisioningDocument> = documents.map(({ characteristics }) => ({
  characteristics: [
    ...characteristics,
    {
      type: 'BOOTSTRAP',
      content: [
        { name: 'NAME', value: 'MANCHESTER, CHAPEL HA' },
        { name: 'DOMAIN', value: 'a,b' },
      ],
    },
  ],
}));
