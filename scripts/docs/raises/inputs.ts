import type { Raise } from './raise.ts';

/** A command whose input is a value in JSON. */
export function json(command: string, value: unknown): Raise {
  return {
    run: `mms ${command} --input message.json --json`,
    files: { 'message.json': `${JSON.stringify(value)}\n` },
  };
}

/** Octets, looked at. */
export function inspected(as: string, hex: string): Raise {
  return { run: `mms inspect --as ${as} --hex ${hex.replaceAll(' ', '')}` };
}
