/** The words of a command line as a shell has them, without variables being put in. */
export function wordsOf(line: string): string[] {
  const words = line.match(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g) ?? [];
  return words.map(word => word.replace(/'([^']*)'|"([^"]*)"/g, '$1$2'));
}
