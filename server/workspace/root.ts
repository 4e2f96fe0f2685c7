import type { Reading } from '../paper/reading';
import { type ReadOne, withIncludes } from './includes';
import type { Files } from './runtime';
import { folderOf, resolvePath } from './uris';

/** At most so many .tex files are looked into for the one that includes a chapter. */
const MOST_CANDIDATES = 40;

/**
 * The file that the manuscript begins with: the one that `% !TEX root` names, the document itself where it has a
 * preamble, else a document in this folder or the one above that includes it, else the file itself.
 */
export async function rootOf(reading: Reading, read: ReadOne, files: Files): Promise<Reading> {
  if (reading.manuscript.language !== 'latex' || isRoot(reading)) return reading;
  const named = rootComment(reading);
  if (named) return (await read(resolvePath(folderOf(reading.uri), named)).catch(() => undefined)) ?? reading;
  const folder = folderOf(reading.uri);
  const listed = [...(await files.list(folder)), ...(await files.list(folderOf(folder)))];
  const candidates = listed.filter((uri) => uri.endsWith('.tex') && uri !== reading.uri).slice(0, MOST_CANDIDATES);
  for (const uri of candidates) {
    const candidate = await read(uri).catch(() => undefined);
    if (!candidate || !isRoot(candidate)) continue;
    const { readings } = await withIncludes(candidate, read);
    if (readings.some((r) => r.uri === reading.uri)) return candidate;
  }
  return reading;
}

const isRoot = ({ manuscript }: Reading): boolean =>
  /^[^%\n]*\\documentclass/m.test(manuscript.source.slice(0, 20_000));

function rootComment({ manuscript }: Reading): string | undefined {
  for (const { text } of manuscript.comments.slice(0, 10)) {
    const path = /^\s*!\s*TEX\s+root\s*=\s*(\S.*)$/i.exec(text)?.[1];
    if (path) return path.trim();
  }
  return undefined;
}
