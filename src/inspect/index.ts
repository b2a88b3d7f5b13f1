export type { InspectAs } from './form.ts';
export { type FormatInspectionOptions, formatInspection } from './format-inspection.ts';
export { INSPECT_AS } from './forms.ts';
export { hasError } from './has-error.ts';
export { type InspectOptions, inspect } from './inspect.ts';
export { inspectionToJson } from './inspection-to-json.ts';
export type { InspectionNode } from './node.ts';
