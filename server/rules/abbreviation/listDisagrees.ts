import type { PlacedDefinition } from '../../manuscript/abbreviationIndex';
import type { Manuscript } from '../../manuscript/manuscript';
import { rewriteLongForm } from '../editing/rewriteLongForm';
import { uncapitalised } from '../editing/spelling';
import type { Fix, Rule } from '../rule';
import { whereIs } from '../whereIs';
import { areSynonyms, areTranslations, isInWords, isShortened } from './synonyms';

/** The list of abbreviations gives another long form than the text. */
export const listDisagrees = {
  code: 'abbreviation/list-disagrees',
  title: 'The list of abbreviations says something else than the text',
  defaultLevel: 'warning',
  examples: {
    bad: [
      {
        text: '# Introduction\n\nThe solid electrolyte interphase (SEI) grows. The SEI is thin.\n\n# Abbreviations\n\n- SEI: «solid electrolyte interface»\n',
        fixed:
          '# Introduction\n\nThe solid electrolyte interphase (SEI) grows. The SEI is thin.\n\n# Abbreviations\n\n- SEI: solid electrolyte interphase\n',
      },
    ],
    good: [
      '# Introduction\n\nThe solid electrolyte interphase (SEI) grows. The SEI is thin.\n\n# Abbreviations\n\n- SEI: solid-electrolyte interphase\n',
      '# Introduction\n\nWe used small airway epithelial (SAE) cells. The SAE cells grow.\n\n# Abbreviations\n\n- SAE: small airway epithelial cells\n',
      '# Einleitung\n\nDie elektrochemische Zelle nutzt Carbon Nanotubes (CNT). Die CNT leiten.\n\n# Abkürzungen\n\n- CNT: Kohlenstoffnanoröhren\n',
    ],
  },
  *check({ uri }, manuscript) {
    const { abbreviations } = manuscript;
    for (const { short, definitions } of abbreviations.all) {
      const inWords = definitions.filter(isInWords);
      const rows = inWords.filter(({ definition: { form } }) => form === 'list');
      const inText = inWords.filter(({ definition: { form } }) => form !== 'list');
      const [said] = inText;
      if (!said) continue;
      for (const row of rows) {
        if (row.file.uri !== uri) continue;
        const isSame = (d: PlacedDefinition) =>
          abbreviations.isSameExpansion(d, row) ||
          areSynonyms(d, row, manuscript) ||
          areTranslations(d, row) ||
          isShortened(d, row);
        if (inText.some(isSame)) continue;
        yield {
          span: row.definition.source.long,
          message: `The list gives “${short}” as “${row.definition.long}”, the text as “${said.definition.long}” (${whereIs(said, uri)}).`,
          related: [
            {
              uri: said.file.uri,
              span: said.definition.source.long,
              message: `“${short}” as “${said.definition.long}”`,
            },
          ],
          fixes: agree(row, inText, manuscript),
        };
      }
    }
  },
} as const satisfies Rule;

/** The one that the catalogue writes comes first; which of the two is meant is the author's to say. */
function agree(row: PlacedDefinition, inText: readonly PlacedDefinition[], manuscript: Manuscript): Fix[] {
  const [said] = inText;
  const asText = { text: said!.definition.long, plural: said!.definition.shortPlural };
  const asList = {
    text: uncapitalised(row.definition.long, row.file.parsed.prose, manuscript).text,
    plural: row.definition.shortPlural,
  };
  const inList = rewriteLongForm(row, asText);
  const inTexts = inText.map((placed) => rewriteLongForm(placed, asList));
  const fixes: Fix[] = [];
  if (inList) fixes.push({ title: `Write “${asText.text}” in the list`, edits: [inList], safe: false });
  if (inTexts.every((edit) => edit !== undefined))
    fixes.push({ title: `Write “${asList.text}” in the text`, edits: inTexts, safe: false });
  return isKnown(row, manuscript) && !isKnown(said!, manuscript) ? fixes.reverse() : fixes;
}

const isKnown = ({ definition: { long } }: PlacedDefinition, { catalogue }: Manuscript): boolean =>
  catalogue.entriesNamed(long).some((entry) => entry.name.kind !== 'deprecated');
