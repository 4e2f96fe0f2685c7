/** What an error says; anything may be thrown. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
