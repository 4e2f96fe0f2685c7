import type { CitationForm } from './form';

/** `[1,2]`: the keys are the numbers of the works in the list of references. */
export const plaintextForm: CitationForm = {
  mark: (keys) => `[${keys.join(',')}]`,
  joined: () => undefined,
};
