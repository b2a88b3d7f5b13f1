export {
  type AnimationFormat,
  type AnimationOptions,
  type FormatSlidesOptions,
  formatSlides,
  type PaintOptions,
  PREVIEW_PHONES,
  type PreviewOptions,
  type PreviewPhone,
  renderAnimation,
  renderFilmstrip,
  renderPreview,
} from '../preview/index.ts';
