export { PREVIEW_PHONES, type PreviewPhone } from './phones.ts';
export { type PreviewOptions, renderPreview } from './render-preview.ts';
