/** Backlight and ink of the one-bit screens of a make, as most of its telephones of the time had them. */
const SCREENS = [
  { make: 'Nokia', ground: '#a9bb6a', ink: '#1a2312' },
  { make: 'Siemens', ground: '#e2a64f', ink: '#2b1a06' },
  { make: 'Ericsson', ground: '#b6c7ae', ink: '#182019' },
  { make: 'Motorola', ground: '#9ccabb', ink: '#0f2420' },
  { make: 'Alcatel', ground: '#c3cf74', ink: '#1f230f' },
  { make: 'Sagem', ground: '#e3b765', ink: '#2a1c08' },
  { make: 'EMS', ground: '#bcc5b0', ink: '#1b1f18' },
] as const;

const [USUAL] = SCREENS;

/** The class of a screen in the page, by the make that a submission names. */
export function screenClass(make: string | undefined): string {
  const { make: known } = SCREENS.find(row => row.make === make) ?? USUAL;
  return `lcd of-${known.toLowerCase()}`;
}

/** The rules that colour the screens. */
export const SCREEN_RULES: string = SCREENS.map(
  ({ make, ground, ink }) => `.of-${make.toLowerCase()} { background: ${ground}; color: ${ink} }`,
).join('\n');
