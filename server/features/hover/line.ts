import { md, type RawMarkdown, raw } from '../../base/markdown';

/** `[line 12](file:///…#L12)`, to go into other Markdown. */
export const lineLink = (uri: string, line: number, label = `line ${line}`): RawMarkdown =>
  raw(md`[${label}](${raw(`${uri}#L${line}`)})`);
