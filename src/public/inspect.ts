export {
  INSPECT_AS,
  type InspectAs,
  type InspectionNode,
  type InspectOptions,
  inspect,
} from '../inspect/index.ts';
