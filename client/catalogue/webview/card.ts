import type { CardReference, SpeciesCard } from '../../../server/features/catalogue/speciesCard';
import { button, element, link, marks } from './dom';

/** The card of one species. `cite` inserts a citation; undefined where no manuscript is open. */
export function cardView(card: SpeciesCard, cite: ((id: string) => void) | undefined): HTMLElement {
  const [first = card.id, ...rest] = card.heading;
  return element(
    'article',
    { className: 'card', ariaLabel: first },
    element('h2', { textContent: first, tabIndex: -1 }),
    element('p', {
      className: 'heading',
      textContent: [...rest, card.class.replace('-', ' ')].map(unbroken).join(' · '),
    }),
    drawing(card),
    ...card.statements.map(({ text, cites }) => element('p', { textContent: text + marks(cites) })),
    properties(card),
    others(card),
    references(card, cite),
  );
}

/** A number stays with its unit. */
const unbroken = (text: string): string => text.replace(/(?<=\d) g mol/, '\u00a0g\u00a0mol');

function drawing({ drawing: svg, heading }: SpeciesCard): HTMLElement | undefined {
  if (svg === undefined) return undefined;
  return element('img', { src: `data:image/svg+xml,${encodeURIComponent(svg)}`, alt: `Structure of ${heading[0]}` });
}

function properties({ rows }: SpeciesCard): HTMLElement | undefined {
  if (rows.length === 0) return undefined;
  const lines = rows.map(({ label, value, conflict, conditions, cites }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row', textContent: label }),
      element('td', {}, value, marks(cites), conflict ? disagreement() : undefined),
      element('td', { className: 'aside', textContent: conditions }),
    ),
  );
  return element('table', { ariaLabel: 'Properties' }, element('tbody', {}, ...lines));
}

export const disagreement = (): HTMLElement =>
  element('span', { className: 'conflict', textContent: 'sources disagree' });

function others({ otherNames, identifiers }: SpeciesCard): HTMLElement {
  const ids = identifiers.map(({ label, url }) => element('li', {}, url === undefined ? label : link(label, url)));
  return element(
    'section',
    {},
    otherNames.length > 0 ? element('p', { textContent: `Also: ${otherNames.join('; ')}` }) : undefined,
    ids.length > 0 ? element('ul', { className: 'inline' }, ...ids) : undefined,
  );
}

function references(card: SpeciesCard, cite: ((id: string) => void) | undefined): HTMLElement | undefined {
  if (card.references.length === 0) return undefined;
  return element(
    'section',
    {},
    element('h3', { textContent: 'References' }),
    element('ol', {}, ...card.references.map((reference) => referenceItem(reference, cite))),
  );
}

function referenceItem(reference: CardReference, cite: ((id: string) => void) | undefined): HTMLElement {
  const { id, instead, incomplete, label, text, url } = reference;
  const insert =
    id !== undefined && cite ? button(instead ? `Cite ${instead}` : 'Insert Citation', () => cite(id)) : undefined;
  // The other name says already what is cited.
  if (!instead) insert?.setAttribute('aria-label', `Insert citation of ${label}`);
  return element(
    'li',
    {},
    incomplete ? `${text} (entry incomplete) ` : `${text} `,
    url === undefined ? undefined : link('Open', url),
    insert ? ' ' : '',
    insert,
  );
}
