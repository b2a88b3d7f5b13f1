export {
  type FormatInspectionOptions,
  formatInspection,
  INSPECT_AS,
  type InspectAs,
  type InspectionNode,
  type InspectOptions,
  inspect,
  inspectionToJson,
  type RenderInspectionOptions,
  renderInspection,
} from '../inspect/index.ts';
