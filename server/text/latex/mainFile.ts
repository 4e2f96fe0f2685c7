import type { MainFile } from '../format';
import type { ParsedFile } from '../parsedFile';

/** A document of its own has a preamble; its parts may name it. */
export const latexMainFile: MainFile = {
  including: /\\documentclass/,
  isTop: true,
  isListed: false,
  // Not one that can also be a part of another.
  isMain: ({ definitions }) => /^\\documentclass\{(?!(?:subfiles|standalone)\})/m.test(definitions),
  named(parsed) {
    const path = rootComment(parsed) ?? mainOfSubfile(parsed);
    return path === undefined || /\.\w+$/.test(path) ? path : `${path}.tex`;
  },
  naming: '% !TEX root = …',
};

/** `% !TEX root = ../main.tex` */
function rootComment({ comments }: ParsedFile): string | undefined {
  for (const { text } of comments.slice(0, 10)) {
    const path = /^\s*!\s*TEX\s+root\s*=\s*(\S.*)$/i.exec(text)?.[1];
    if (path) return path.trim();
  }
  return undefined;
}

/** `\documentclass[../main]{subfiles}` */
const mainOfSubfile = ({ source }: ParsedFile): string | undefined =>
  /^\\documentclass\s?\[([^\]\n]{1,200})\]\s?\{subfiles\}/m.exec(source.slice(0, 20_000))?.[1]?.trim();
