import { isComplete } from '../../server/bibliography/complete';
import { Journals } from '../../server/bibliography/journals';
import type { Problem } from './problem';
import type { DataFolder } from './readFolder';

/**
 * Keys and DOIs are unique, DOIs look like DOIs, every work can be told from others without the network, and the journals of
 * those that are offered have both their names.
 */
export function checkReferences({ references, journals: names }: DataFolder): Problem[] {
  const problems: Problem[] = [];
  const journals = new Journals(names);
  const keys = new Map<string, string>();
  const dois = new Map<string, string>();
  for (const { reference, file, line } of references) {
    const say = (message: string): void => {
      problems.push({ file, line, message: `${reference.key}: ${message}` });
    };
    const sameKey = keys.get(reference.key);
    if (sameKey) say(`the key is taken in ${sameKey}; choose another`);
    keys.set(reference.key, `${file}:${line}`);
    if (reference.doi !== undefined) {
      if (!/^10\.\d{4,9}\/\S+$/.test(reference.doi)) say(`“${reference.doi}” is no DOI: write it bare, 10.…/…`);
      const doi = reference.doi.toLowerCase();
      const sameDoi = dois.get(doi);
      if (sameDoi) say(`the DOI is that of ${sameDoi}: one work, one entry`);
      dois.set(doi, reference.key);
    }
    const { container = '' } = reference;
    const article = reference.type === 'article-journal';
    if (article && isComplete(reference) && !journals.named(container))
      say(`“${container}” is not in journals.yaml: add it there, with its abbreviation`);
    if (article && reference.authors.length === 0) say('an article needs its authors');
    if (article && reference.year === undefined) say('an article needs its year');
  }
  return problems;
}
