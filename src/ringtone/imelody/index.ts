export { type FormatIMelodyOptions, formatIMelody, IMELODY_DEFAULTS } from './format-imelody.ts';
export { type IMelodyOptions, parseIMelody } from './parse-imelody.ts';
