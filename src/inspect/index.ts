export type { InspectAs } from './form.ts';
export { INSPECT_AS } from './forms.ts';
export { type InspectOptions, inspect } from './inspect.ts';
export type { InspectionNode } from './node.ts';
