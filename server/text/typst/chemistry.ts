import type { TypstReader } from './reader';

export function readChemistry(r: TypstReader, start: number, end: number): void {
  r.copy(start, end);
}
