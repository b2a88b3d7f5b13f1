/** Characters of one value that are kept; a file is kept as octets elsewhere. */
const LONGEST_VALUE = 2000;

/** The form as it came, for people to read: without the PIN, long values cut. */
export function readableForm(body: string): string {
  return body
    .split('&')
    .map(pair => {
      const [name = pair] = pair.split('=', 1);
      const value = pair.slice(name.length);
      if (isPin(name)) return `${name}=…`;
      return value.length > LONGEST_VALUE ? `${name}${value.slice(0, LONGEST_VALUE)}…` : pair;
    })
    .join('&');
}

/** The name may be percent-encoded. */
function isPin(name: string): boolean {
  return [...new URLSearchParams(name).keys()].some(key => key.trim().toUpperCase() === 'PIN');
}
