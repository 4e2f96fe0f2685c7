/**
 * A path as `\input` is given it, with its macros replaced by what `definitions` says (`\figurepath/dft` → `figures/dft`),
 * without quotes; undefined where a macro is not known or takes arguments.
 */
export function expandPath(path: string, definitions: string): string | undefined {
  let expanded = path.replace(/\\(?:subfix|detokenize|string)(?![a-zA-Z])/g, '');
  for (let round = 0; round < DEEPEST && expanded.includes('\\'); round++) {
    expanded = expanded.replace(/\\([a-zA-Z@]+) ?/g, (use, name: string) => bodyOf(name, definitions) ?? use);
  }
  return /[\\#]/.test(expanded) ? undefined : expanded.replace(/[{}"]/g, '').trim();
}

/** The last definition of a macro that stands for a plain text. */
function bodyOf(name: string, definitions: string): string | undefined {
  const definition = new RegExp(
    `\\\\(?:newcommand|renewcommand|providecommand|def)\\*?[ ]?\\{?\\\\${name}(?![a-zA-Z@])\\}?[ ]?\\{([^{}]*)\\}`,
    'g',
  );
  return [...definitions.matchAll(definition)].at(-1)?.[1];
}

/** Macros within macros. */
const DEEPEST = 5;
