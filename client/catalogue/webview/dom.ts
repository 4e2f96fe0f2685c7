import { printMarks } from '../../../server/features/card/marks';
import type { CatalogueList, CatalogueValue } from '../../../server/features/catalogue/list';

type Child = Node | string | undefined;

/** An element with its properties set; texts become text nodes, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

export const button = (label: string, onclick: () => void, title = ''): HTMLButtonElement =>
  element('button', { type: 'button', textContent: label, title, onclick });

/** `options`: value and text. */
export const choice = (label: string, options: readonly (readonly [string, string])[]): HTMLSelectElement =>
  element(
    'select',
    { ariaLabel: label },
    ...options.map(([value, textContent]) => element('option', { value, textContent })),
  );

/** A link for the editor to open outside; only to the web. */
export const link = (text: string, url: string): HTMLElement =>
  /^https?:\/\//.test(url) ? element('a', { href: url, textContent: text }) : element('span', { textContent: text });

/** ` [1–4]` after a text, or nothing. */
export const marks = (cites: readonly number[]): string => (cites.length > 0 ? `\u00a0[${printMarks(cites)}]` : '');

/** Authors and years of the works of a value. */
export const namesOfWorks = ({ sources }: CatalogueValue, works: CatalogueList['works']): string =>
  sources.map((key) => works[key] ?? key).join('; ');
