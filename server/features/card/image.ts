import { md, raw } from '../../base/markdown';

/**
 * A drawing at the right of the text that comes after it, as an image in HTML whose address is a data URI: a line of its own would
 * take a third of the height that editors give a hover. `alt` is for those who do not see it; `height` in px.
 */
export const image = (svg: string, { alt, height }: { readonly alt: string; readonly height: number }): string =>
  md`<img align="right" height="${height}" alt="${raw(inAttribute(alt))}" src="data:image/svg+xml;base64,${raw(base64(svg))}">`;

/** In a raw element of Markdown no escape but an entity counts. */
const inAttribute = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[^\p{L}\p{N} ,:.()+−–-]/gu, (c) => `&#${c.codePointAt(0)};`);

/** Base64 of a UTF-8 text. */
const base64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
