import type { Span } from '../../base/span';
import type { AbbreviationDeclaration, Comment, FileReference } from '../parsedFile';
import type { DocumentPart } from '../prose';

export type MarkdownBlockKind =
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'caption'
  | 'table-row'
  | 'footnote'
  | 'equation'
  | 'term'
  | 'definition';

/** A block as the markup tells it, before its role in the manuscript is known. The span is its content without marks. */
export interface MarkdownBlock extends Span {
  readonly kind: MarkdownBlockKind;
  /** Block quotes around it: that many `>` open each further line. */
  readonly quotes: number;
  /** Only on headings: number of `#`. */
  readonly level?: number;
  /** Only on list items: where `-` or `1.` is. */
  readonly marker?: number;
  /** Only on table rows: the stretches of each cell, several where a grid table breaks its lines. */
  readonly cells?: readonly (readonly Span[])[];
  readonly table?: number;
  readonly row?: number;
  /** Part named by a division or directive around it: `::: {.abstract}`. */
  readonly section?: DocumentPart;
}

/** What is found between the blocks. */
export interface MarkdownBlocks {
  readonly blocks: readonly MarkdownBlock[];
  readonly comments: readonly Comment[];
  readonly includes: readonly FileReference[];
  readonly bibliographies: readonly FileReference[];
  readonly declarations: readonly AbbreviationDeclaration[];
}
