/** By UTF-16 code unit, 1 for the characters that `holds` is true for. Quicker to ask in a loop over a text than a pattern or a set. */
export const characterTable = (size: number, holds: (character: string) => boolean): Uint8Array =>
  Uint8Array.from({ length: size }, (_, code) => Number(holds(String.fromCharCode(code))));
