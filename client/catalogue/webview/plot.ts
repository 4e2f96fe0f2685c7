import { dot, plot, pointer, text, tip } from '@observablehq/plot';
import { printNumber } from '../../../server/chemistry/printUnits';
import type { PropertyColumn } from '../../../server/features/catalogue/list';
import type { CatalogueResult } from '../../../server/protocol/requests';
import { choice, element, namesOfWorks } from './dom';
import { type Axes, type Point, pointsOf, usualAxes } from './points';
import type { PageState } from './state';

export interface PlotActions {
  open(id: string): void;
  choose(axes: Axes): void;
}

/** Two properties of the species in the table. A point tells name, values and sources, and opens the card. */
export function plotView(
  rows: CatalogueResult['species'],
  list: CatalogueResult,
  state: PageState,
  actions: PlotActions,
): HTMLElement {
  const columns = list.properties.filter(({ unit }) => unit !== undefined);
  const column = (key: string) => columns.find((one) => one.key === key);
  const chosen = column(state.axes.x) && column(state.axes.y);
  const axes = chosen ? state.axes : usualAxes(rows, columns, state.property);
  const points = pointsOf(rows, axes);
  const select = (axis: 'x' | 'y', label: string) => {
    const field = choice(
      label,
      columns.map(({ key, label: name }) => [key, name] as const),
    );
    field.value = axes[axis];
    field.onchange = () => actions.choose({ ...axes, [axis]: field.value });
    return element('label', {}, `${axis} `, field);
  };
  return element(
    'article',
    { className: 'plot' },
    element('h2', { textContent: 'Plot', tabIndex: -1 }),
    element('p', { className: 'axes' }, select('y', 'Vertical axis'), select('x', 'Horizontal axis')),
    element('p', {
      className: 'aside',
      textContent: `${points.length} of the ${rows.length} species in the table give both.`,
    }),
    points.length > 0 ? chart(points, { x: column(axes.x)!, y: column(axes.y)! }, list, actions.open) : undefined,
  );
}

/** The colours of the theme come from the style sheet. */
function chart(
  points: readonly Point[],
  axes: { readonly x: PropertyColumn; readonly y: PropertyColumn },
  { inManuscript, works }: CatalogueResult,
  open: (id: string) => void,
): HTMLElement {
  const isOwn = ({ row }: Point) => inManuscript.includes(row.id);
  const told = ({ row }: Point) =>
    [row.name, ...[axes.x, axes.y].map((axis) => valueText(row, axis, works))].join('\n');
  const figure = plot({
    className: 'chart',
    width: 560,
    height: 420,
    marginLeft: 60,
    marginBottom: 40,
    inset: 8,
    x: scale(
      axes.x,
      points.map(({ x }) => x),
    ),
    y: scale(
      axes.y,
      points.map(({ y }) => y),
    ),
    marks: [
      dot(points, {
        x: 'x',
        y: 'y',
        r: 4,
        stroke: 'currentColor',
        fill: (point) => (isOwn(point) ? 'currentColor' : 'none'),
        href: ({ row }) => `#${row.id}`,
        ariaLabel: told,
      }),
      text(points.length > MOST_NAMED ? points.filter(isOwn) : points, {
        x: 'x',
        y: 'y',
        text: ({ row }) => row.abbreviation ?? row.formula ?? row.name,
        dy: -9,
        fill: 'currentColor',
        stroke: 'var(--vscode-editor-background)',
        strokeWidth: 3,
      }),
      tip(points, pointer({ x: 'x', y: 'y', title: told, lineHeight: 1.4, fontSize: 12 })),
    ],
  });
  // The page lets no style in but its own sheet.
  figure.querySelector('style')?.remove();
  // A label is read aloud only of what has a role.
  for (const group of figure.querySelectorAll('g[aria-label]')) group.setAttribute('role', 'group');
  figure.addEventListener('click', (event) => {
    const anchor = (event.target as Element).closest('a');
    if (!anchor) return;
    event.preventDefault();
    open(anchor.getAttributeNS(XLINK, 'href')!.slice(1));
  });
  const holder = element('figure', { ariaLabel: `${axes.y.label} over ${axes.x.label}` }, figure);
  // A press would pin the tip over its point, which then takes no click.
  holder.addEventListener('pointerdown', (event) => event.stopPropagation(), { capture: true });
  return holder;
}

const XLINK = 'http://www.w3.org/1999/xlink';

/** More names than these cover each other. */
const MOST_NAMED = 25;

function valueText(
  { values }: CatalogueResult['species'][number],
  { key, label }: PropertyColumn,
  works: CatalogueResult['works'],
): string {
  const value = values[key]!;
  const remarks = [value.conditions, value.conflict ? 'sources disagree' : '', namesOfWorks(value, works)];
  return [`${label}: ${value.text}`, ...remarks.filter((remark) => remark !== '')].join(', ');
}

function scale({ label, unit, log }: PropertyColumn, values: readonly number[]) {
  const isLog = log === true && values.every((value) => value > 0);
  return {
    label: unit ? `${label} / ${unit}` : label,
    labelArrow: 'none' as const,
    labelAnchor: 'center' as const,
    type: isLog ? ('log' as const) : ('linear' as const),
    grid: true,
    nice: true,
    ...(isLog && { tickFormat: (value: number) => (isPowerOfTen(value) ? printNumber(value) : '') }),
  };
}

const isPowerOfTen = (value: number): boolean => Number.isInteger(Number(Math.log10(value).toFixed(9)));
