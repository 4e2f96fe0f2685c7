import { typesetFormula } from '../../chemistry/typeset';
import type { SpeciesClass, Term } from '../../knowledge/species';
import type { Manuscript } from '../../manuscript/manuscript';
import { speciesOf } from '../../manuscript/mention';
import { type Box, type Drawing, drawBox, drawing, MARGIN, widthOf } from './bands';
import { FILLS } from './cellSketch';

/**
 * The film on an electrode as a manuscript speaks of it: what it names of electrolytes, of films and of electrodes, most often named
 * first. Undefined where it names nothing that films consist of.
 */
export function filmSketch(on: NonNullable<Term['filmOn']>, manuscript: Manuscript): Drawing | undefined {
  const named = namedIn(manuscript);
  const film = named(['interphase']).slice(0, MOST_IN_FILM);
  if (film.length === 0) return undefined;
  const electrolyte = some(named(['solvent', 'salt', 'additive', 'solid-electrolyte', 'polymer'])) || 'electrolyte';
  const electrode = some(named([on])) || 'electrode';
  const tiles = tilesOf(film, MARGIN + THICK + GAP);
  const y = tiles.at(-1)!.box.y + TILE + GAP;
  const across = { x: MARGIN, width: WIDTH, height: THICK };
  const drawn = [
    drawBox({ ...across, y: MARGIN, fill: FILLS.electrolyte }, electrolyte, { gutter: SIDE }),
    ...tiles.map(({ box, label }) => drawBox(box, label, { fontSize: 12, gutter: SIDE / 2 })),
    drawBox({ ...across, y, fill: FILLS[on === 'negative-electrode' ? 'negative' : 'positive'] }, electrode, {
      gutter: SIDE,
    }),
  ];
  const alt = `film of ${film.join(', ')} between ${electrolyte} and ${electrode}, as far as this paper names them`;
  return drawing(drawn, { width: WIDTH, height: y + THICK }, alt);
}

/** The species of some classes in their shortest spelling, most often named first. */
function namedIn(manuscript: Manuscript): (classes: readonly SpeciesClass[]) => string[] {
  const named = new Map<string, { label: string; count: number }>();
  for (const { uri } of manuscript.files) {
    const { mentions, parsed } = manuscript.analysis(uri)!;
    for (const mention of mentions) {
      const id = speciesOf(mention);
      if (id === undefined) continue;
      const written = typesetFormula(parsed.prose.slice(mention.prose));
      const { label, count } = named.get(id) ?? { label: written, count: 0 };
      named.set(id, { label: written.length < label.length ? written : label, count: count + 1 });
    }
  }
  const ranked = [...named].sort(([, a], [, b]) => b.count - a.count);
  return (classes) =>
    ranked.flatMap(([id, { label }]) => {
      const species = manuscript.catalogue.byId(id);
      return species && classes.includes(species.class) ? [label] : [];
    });
}

const some = (labels: readonly string[]): string =>
  labels.slice(0, MOST_NAMED).join(', ') + (labels.length > MOST_NAMED ? ', …' : '');

/** Rows of tiles that fill the film, each as wide as its label needs and its row allows. */
function tilesOf(labels: readonly string[], top: number): { box: Box; label: string }[] {
  const rows: { label: string; width: number }[][] = [];
  for (const label of labels) {
    const tile = { label, width: Math.min(WIDTH, widthOf(label) + 2 * SIDE) };
    const row = rows.at(-1);
    if (row && widthOfRow([...row, tile]) <= WIDTH) row.push(tile);
    else rows.push([tile]);
  }
  return rows.flatMap((row, i) => {
    const wider = (WIDTH - widthOfRow(row)) / row.length;
    let x = MARGIN;
    return row.map(({ label, width }) => {
      const box = { x, y: top + i * (TILE + GAP), width: width + wider, height: TILE, fill: FILLS.coating };
      x += width + wider + GAP;
      return { box, label };
    });
  });
}

const widthOfRow = (tiles: readonly { readonly width: number }[]): number =>
  tiles.reduce((sum, { width }) => sum + width + GAP, -GAP);

const MOST_IN_FILM = 8;
const MOST_NAMED = 4;

/** px. */
const WIDTH = 190;
const THICK = 24;
const TILE = 20;
const GAP = 3;
/** Beside the letters. */
const SIDE = 6;
