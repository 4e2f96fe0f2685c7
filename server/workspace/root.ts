import { folderOf, resolvePath } from '../base/uris';
import type { Reading } from '../paper/reading';
import { type ReadOne, withIncludes } from './includes';
import type { Files } from './runtime';

/** At most so many .tex files are looked into for the one that includes a chapter. */
const MOST_CANDIDATES = 40;

/**
 * The file that the manuscript begins with: the one that `% !TEX root` or `subfiles` names, the document itself where it
 * has a preamble, else a document in this folder or the one above that includes it, else the file itself.
 */
export async function rootOf(reading: Reading, read: ReadOne, files: Files): Promise<Reading> {
  const { language } = reading.manuscript;
  if (language !== 'latex' && language !== 'typst') return reading;
  if (language === 'latex' && isRoot(reading)) return reading;
  const folder = folderOf(reading.uri);
  const named = rootComment(reading) ?? mainOfSubfile(reading);
  if (named) {
    const uri = resolvePath(folder, /\.\w+$/.test(named) ? named : `${named}.tex`);
    return (await read(uri).catch(() => undefined)) ?? reading;
  }
  const ending = language === 'latex' ? '.tex' : '.typ';
  const listed = [...(await files.list(folder)), ...(await files.list(folderOf(folder)))];
  const candidates = listed.filter((uri) => uri.endsWith(ending) && uri !== reading.uri).slice(0, MOST_CANDIDATES);
  for (const uri of candidates) {
    const candidate = await read(uri).catch(() => undefined);
    if (!candidate || !isRoot(candidate)) continue;
    const { readings } = await withIncludes(candidate, read);
    if (readings.some((r) => r.uri === reading.uri)) return candidate;
  }
  return reading;
}

/** A LaTeX document of its own, not one that can also be part of another; a Typst file that includes others. */
const isRoot = ({ manuscript: { language, definitions, includes } }: Reading): boolean =>
  language === 'latex'
    ? /^\\documentclass\{(?!(?:subfiles|standalone)\})/m.test(definitions)
    : includes.some(({ command }) => command === '#include');

/** `\documentclass[../main]{subfiles}` */
const mainOfSubfile = ({ manuscript: { source } }: Reading): string | undefined =>
  /^\\documentclass\s?\[([^\]\n]{1,200})\]\s?\{subfiles\}/m.exec(source.slice(0, 20_000))?.[1]?.trim();

function rootComment({ manuscript }: Reading): string | undefined {
  for (const { text } of manuscript.comments.slice(0, 10)) {
    const path = /^\s*!\s*TEX\s+root\s*=\s*(\S.*)$/i.exec(text)?.[1];
    if (path) return path.trim();
  }
  return undefined;
}
