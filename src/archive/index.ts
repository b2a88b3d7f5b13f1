export type { Bundle, BundleEntry, BundleOptions } from './bundle.ts';
export { isJunk } from './entry-name.ts';
export { isBelow, isInside, openReal } from './folder/inside.ts';
export { makeFolders } from './folder/make-folder.ts';
export { readFolder } from './folder/read-folder.ts';
export { writeFolder } from './folder/write-folder.ts';
export { readWithin, takeWithin } from './read-within.ts';
export { readZip } from './zip/read-zip.ts';
export { writeZip } from './zip/write-zip.ts';
