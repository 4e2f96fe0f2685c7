export { BIBLIOGRAPHY_ENDINGS } from './filePaths';
export {
  definitionsFor,
  FORMATS,
  type FormatId,
  formatOfLanguage,
  formatOfPath,
  isFormatId,
  namingFile,
  parseFile,
  pathsOf,
} from './formats';
export { GLOSSARY_ENDINGS, readGlossaryFile } from './glossaryFile';
export { readLatexPackage } from './latex/latex';
export { FOLDER_SETTINGS, readBook, SETTINGS_FILES } from './markdown/book';
export type { ParsedFile } from './parsedFile';
export type { Prose } from './prose';
