/** A schema of MM7: the end of its namespace, and the MM7Version that goes with it. */
interface Mm7SchemaRow {
  readonly name: string;
  readonly version: string;
}

/** Oldest first. Which one an MMSC takes its operator says; by what 3GPP TS 23.140 publishes beside it. */
export const MM7_SCHEMAS = [
  { name: 'REL-5-MM7-1-0', version: '5.3.0' },
  { name: 'REL-5-MM7-1-1', version: '5.3.0' },
  { name: 'REL-5-MM7-1-2', version: '5.3.0' },
  { name: 'REL-5-MM7-1-3', version: '5.3.0' },
  { name: 'REL-5-MM7-1-4', version: '5.3.0' },
  { name: 'REL-5-MM7-1-5', version: '5.3.0' },
  { name: 'REL-6-MM7-1-0', version: '5.3.0' },
  { name: 'REL-6-MM7-1-1', version: '5.3.0' },
  { name: 'REL-6-MM7-1-2', version: '5.3.0' },
  { name: 'REL-6-MM7-1-3', version: '5.3.0' },
  { name: 'REL-6-MM7-1-4', version: '6.8.0' },
] as const satisfies readonly Mm7SchemaRow[];

/** A name of {@link MM7_SCHEMAS}. */
export type Mm7Schema = (typeof MM7_SCHEMAS)[number]['name'];

/** The newest. */
export const DEFAULT_SCHEMA: Mm7Schema = 'REL-6-MM7-1-4';

const NAMESPACES = 'http://www.3gpp.org/ftp/Specs/archive/23_series/23.140/schema/';

/** The namespace of a schema. */
export function mm7Namespace(schema: Mm7Schema): string {
  return `${NAMESPACES}${schema}`;
}

/** The version that goes with a schema. */
export function mm7Version(schema: Mm7Schema): string {
  return MM7_SCHEMAS.find(({ name }) => name === schema)?.version ?? '';
}
