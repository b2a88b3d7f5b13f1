export { allHandsets, findHandset, type HandsetQuery, searchHandsets } from './find.ts';
export type { Handset, HandsetFact } from './handset.ts';
