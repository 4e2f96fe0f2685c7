import { formatReference } from '../../bibliography/format';
import { typesetFormula } from '../../chemistry/typeset';
import type { Catalogue } from '../../knowledge/catalogue';
import type { Species } from '../../knowledge/species';
import { cardOf, remarksOf } from './card';
import { identifiersOf } from './identifiers';
import { printMarks } from './marks';
import { typesetText } from './typesetText';
import { isPartial } from './works';

/** The whole card of a species for a terminal, about 80 columns wide. */
export function cardText(species: Species, catalogue: Catalogue): string {
  const card = cardOf(species, catalogue, { all: true });
  const set = (part: string) => (part === species.formula ? typesetFormula(part) : part);
  const identifiers = identifiersOf(species);
  const width = Math.max(0, ...card.rows.map((row) => row.label.length));
  return [
    card.heading.map(set).join(' · '),
    ...(identifiers.length > 0 ? [identifiers.map(({ label }) => label).join(' · ')] : []),
    ...(card.otherNames.length > 0 ? [`also: ${card.otherNames.join('; ')}`] : []),
    ...card.statements.map((s) => `\n${wrap(typesetText(s.text) + marks(s.cites))}`),
    ...(card.rows.length > 0 ? [''] : []),
    ...card.rows.map((row) => {
      const remarks = remarksOf(row);
      return `  ${row.label.padEnd(width)}  ${row.value}${marks(row.cites)}${remarks && `  (${typesetText(remarks)})`}`;
    }),
    ...(card.works.length > 0 ? [''] : []),
    ...card.works.map((work, i) => {
      const text = work.reference ? formatReference(work.reference) : work.key;
      return `[${i + 1}] ${text}${isPartial(work) ? ' (entry incomplete)' : ''}`;
    }),
  ].join('\n');
}

const marks = (cites: readonly number[]): string => (cites.length > 0 ? ` [${printMarks(cites)}]` : '');

function wrap(text: string, width = 80): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines[lines.length - 1]!;
    if (line && line.length + word.length + 1 > width) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines.join('\n');
}
