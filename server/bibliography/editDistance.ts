/**
 * Whether some beginning of `candidate` is at most `limit` edits away from `word`: letters left out, added, changed,
 * or two neighbours exchanged. The first letter must be right, as it nearly always is.
 */
export function withinDistance(word: string, candidate: string, limit: number): boolean {
  if (limit === 0) return candidate.startsWith(word);
  if (word[0] !== candidate[0] || candidate.length < word.length - limit) return false;
  const width = Math.min(candidate.length, word.length + limit);
  let beforeLast: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, column) => column);
  for (let row = 1; row <= word.length; row++) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= width; column++) {
      const same = word[row - 1] === candidate[column - 1];
      let distance = Math.min(last[column - 1]! + (same ? 0 : 1), last[column]! + 1, current[column - 1]! + 1);
      if (row > 1 && column > 1 && word[row - 1] === candidate[column - 2] && word[row - 2] === candidate[column - 1]) {
        distance = Math.min(distance, beforeLast[column - 2]! + 1);
      }
      current.push(distance);
      if (distance < best) best = distance;
    }
    if (best > limit) return false;
    beforeLast = last;
    last = current;
  }
  return last.some((distance) => distance <= limit);
}
