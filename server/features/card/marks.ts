/** `2–4, 7`: numbers of works as they are printed, three or more in a row as a range. Empty without numbers. */
export function printMarks(numbers: readonly number[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && number <= last.to + 1) last.to = number;
    else runs.push({ from: number, to: number });
  }
  return runs
    .flatMap(({ from, to }) => (to === from + 1 ? [`${from}`, `${to}`] : to > from ? [`${from}–${to}`] : [`${from}`]))
    .join(', ');
}
