import type { Identifiers, Species } from '../../knowledge/species';

/** `CAS 96-49-1`, `PubChem 7303`, …: the identifiers of a species, those with a page with its address. */
export function identifiersOf({
  identifiers = {},
}: Species): readonly { readonly label: string; readonly url?: string }[] {
  return KINDS.flatMap(([key, name, url]) => {
    const value = identifiers[key];
    return value === undefined ? [] : [{ label: `${name} ${value}`, ...(url && { url: url(value) }) }];
  });
}

const KINDS: readonly [keyof Identifiers, string, ((id: string | number) => string)?][] = [
  ['cas', 'CAS'],
  ['pubchem', 'PubChem', (id) => `https://pubchem.ncbi.nlm.nih.gov/compound/${id}`],
  ['wikidata', 'Wikidata', (id) => `https://www.wikidata.org/wiki/${id}`],
  ['materialsProject', 'Materials Project', (id) => `https://materialsproject.org/materials/${id}`],
  ['inchikey', 'InChIKey'],
  ['emmo', 'EMMO', (iri) => String(iri)],
];
