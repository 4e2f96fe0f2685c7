import assert from 'node:assert/strict';

/** Milliseconds of the processor, which a busy machine does not stretch; the shorter of two runs, since a collection may fall into one. */
export function processorTime(work: () => unknown): number {
  const once = () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  return Math.min(once(), once());
}

/** Asserts that four times the text takes no more than some four times as long: 4 where the cost is linear, 16 where it is quadratic. */
export function assertLinear(name: string, work: (length: number) => unknown, length: number): void {
  const growth = processorTime(() => work(length)) / (processorTime(() => work(length / 4)) + 20);
  assert.ok(growth < 11, `${name}: ${growth.toFixed(1)} times as long for 4 times the text`);
}
