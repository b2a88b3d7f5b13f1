/** What `--profile` takes beside files: built-in profiles and phones, by their ids. */
export async function profileNames(): Promise<readonly string[]> {
  const { profiles } = await import('../../media/index.ts');
  const { allHandsets } = await import('../../handsets/index.ts');
  return [...new Set([...profiles, ...allHandsets()].map(({ id }) => id))];
}
