/** What is used of the package `yaml`, and no more; loaded when the first manifest is read. */
export { Composer, isAlias, isMap, isNode, isScalar, Lexer, Parser } from 'yaml';
