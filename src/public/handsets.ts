export {
  allHandsets,
  findHandset,
  type Handset,
  type HandsetFact,
  type HandsetQuery,
  searchHandsets,
} from '../handsets/index.ts';
