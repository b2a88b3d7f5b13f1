/** What of a stream and the environment tells whether a person wants colours. */
interface Screen {
  readonly isTTY?: boolean | undefined;
}

/**
 * True when text for a stream is to be coloured: NO_COLOR and FORCE_COLOR say it, else a terminal does that is not dumb
 * (no-color.org, force-color.org).
 */
export function wantsColours({ isTTY }: Screen, env: Readonly<Record<string, string | undefined>>): boolean {
  const { NO_COLOR: no = '', FORCE_COLOR: forced, TERM: terminal } = env;
  if (no !== '') return false;
  if (forced !== undefined) return forced !== '0' && forced.toLowerCase() !== 'false';
  return isTTY === true && terminal !== 'dumb';
}

const SEVERITY = { error: '31', warning: '33', info: '36' } as const;

/** A text in the colour of a severity. */
export function inColourOf(severity: keyof typeof SEVERITY, text: string): string {
  return `\u001b[${SEVERITY[severity]}m${text}\u001b[39m`;
}
