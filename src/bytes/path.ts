/** The text form of a path: `['parts', 2, 'contentType']` is `parts[2].contentType`. */
export function formatPath(names: readonly (string | number)[]): string {
  let text = '';
  for (const name of names) {
    if (typeof name === 'number') text += `[${name}]`;
    else text += text === '' ? name : `.${name}`;
  }
  return text;
}
