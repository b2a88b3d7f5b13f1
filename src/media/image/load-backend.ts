import type { ImageBackend } from './backend.ts';

let loading: Promise<ImageBackend> | undefined;

/**
 * The image library, loaded at the first call.
 * @throws MmsError `media/no-image-library` when sharp is not installed
 */
export function imageBackend(): Promise<ImageBackend> {
  loading ??= import('./sharp-backend.ts').then(module => module.loadSharpBackend());
  return loading;
}
