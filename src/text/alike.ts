/**
 * The candidates that are most like a word, the best first: by the pairs of neighbouring letters they have in common
 * (Dice), letters and digits alone, in any case. Those that share less than a third are left out.
 */
export function mostAlike(word: string, candidates: Iterable<string>, count: number): string[] {
  const wanted = pairsOf(word);
  const scored: { candidate: string; score: number }[] = [];
  for (const candidate of candidates) {
    const pairs = pairsOf(candidate);
    const common = pairs.filter(pair => wanted.includes(pair)).length;
    const score = (2 * common) / (wanted.length + pairs.length);
    if (score > LEAST) scored.push({ candidate, score });
  }
  scored.sort((a, b) => b.score - a.score);
  return scored.slice(0, count).map(({ candidate }) => candidate);
}

const LEAST = 1 / 3;

/** More letters say nothing more, and comparing them takes time. */
const MAX_LENGTH = 40;

function pairsOf(word: string): string[] {
  const letters = word
    .slice(0, MAX_LENGTH)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2));
}
