export { PREVIEW_PHONES, type PreviewOptions, type PreviewPhone, renderPreview } from '../preview/index.ts';
