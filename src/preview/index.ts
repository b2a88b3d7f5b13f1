export type { AnimationFormat } from '../media/index.ts';
export { PREVIEW_PHONES, type PreviewPhone } from './phones.ts';
export { type AnimationOptions, renderAnimation, renderFilmstrip } from './picture/filmstrip.ts';
export { type FormatSlidesOptions, formatSlides } from './picture/format-slides.ts';
export type { PaintOptions } from './picture/paint-slides.ts';
export { type PreviewOptions, renderPreview } from './render-preview.ts';
