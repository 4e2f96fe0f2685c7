/** Commands of glossaries, glossaries-extra, acronym, acro and nomencl that declare an entry. */
export const DECLARING_COMMANDS = [
  'newacronym',
  'newabbreviation',
  'newabbr',
  'DeclareAcronym',
  'acro',
  'acrodef',
  'newacro',
  'newglossaryentry',
  'newentry',
  'longnewglossaryentry',
  'nomenclature',
] as const;

export type DeclaringCommand = (typeof DECLARING_COMMANDS)[number];
