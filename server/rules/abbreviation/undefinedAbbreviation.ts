import type { Abbreviation, Use } from '../../manuscript/abbreviationIndex';
import type { Manuscript } from '../../manuscript/manuscript';
import type { Scope } from '../../manuscript/scope';
import type { Prose } from '../../text/prose';
import type { Finding, Rule, RuleOptions } from '../rule';
import { whereIs } from '../whereIs';
import { isAccepted } from './accepted';
import { defineHere, writeOut } from './defineHere';
import { isIntroduced } from './introduced';
import { isIgnored } from './kinds';
import { definitionsIn, isReadAsShortForm } from './occurrences';
import { twinOf } from './sameMeaning';

/**
 * A short form that is used and not defined: one finding, at the first use. The abstract is read without the text,
 * so that it defines for itself. A word that the catalogue does not know has to come twice: once it may be a program, a firm
 * or a sample.
 */
export const undefinedAbbreviation = {
  code: 'abbreviation/undefined',
  title: 'Short form that nobody defines',
  defaultLevel: 'information',
  examples: {
    bad: [
      {
        text: 'The «SEI» grows, and a thick SEI cracks.',
        fixed: 'The solid electrolyte interphase (SEI) grows, and a thick SEI cracks.',
      },
      {
        text: '# Abstract\n\nThe film was seen by «EIS» at rest, and EIS was fast.\n\n# Introduction\n\nElectrochemical impedance spectroscopy (EIS) is old. We use EIS.',
        fixed:
          '# Abstract\n\nThe film was seen by electrochemical impedance spectroscopy (EIS) at rest, and EIS was fast.\n\n# Introduction\n\nElectrochemical impedance spectroscopy (EIS) is old. We use EIS.',
      },
    ],
    good: [
      'The solid electrolyte interphase (SEI) grows, and a thick SEI cracks.',
      'The DNA and the pH are known to everybody.',
      'By the QXWVUTS [@a] we solved it, as QXWVU codes do at the QXA beamline, and QXWVU and QXA agree. DL_QXAB and DL_QXAB, K_XYZ and K_XYZ.',
      'Cells of CATL and of BYD do NOT leak; they must NOT. The COOH groups bind.',
    ],
  },
  *check({ uri }, manuscript, options) {
    const parts = partsOfDefined(manuscript);
    for (const abbreviation of manuscript.abbreviations.all) {
      if (needsNoDefinition(abbreviation, parts, manuscript, options)) continue;
      for (const finding of [undefinedInText(abbreviation, manuscript), undefinedInAbstract(abbreviation, manuscript)])
        if (finding?.uri === uri) yield finding;
    }
  },
} as const satisfies Rule;

type Placed = Finding & { readonly uri: string };

function needsNoDefinition(
  abbreviation: Abbreviation,
  parts: ReadonlySet<string>,
  manuscript: Manuscript,
  options: RuleOptions,
): boolean {
  const { short } = abbreviation;
  if (parts.has(short) || isOfDefined(short, manuscript) || isAccepted(short, manuscript, options)) return true;
  if (twinOf(abbreviation, manuscript)) return true;
  return abbreviation.definitions.length === 0 && isIgnored(abbreviation, manuscript, options);
}

function undefinedInText(abbreviation: Abbreviation, manuscript: Manuscript): Placed | undefined {
  const { short, definitions } = abbreviation;
  if (definitions.length > 0) return undefined;
  const uses = abbreviation.uses.filter((use) => isReadAsShortForm(use, short, TEXT, manuscript));
  const [first] = uses;
  if (!first || uses.length < fewest(short, manuscript)) return undefined;
  if (abbreviation.uses.some((use) => isIntroduced(proseOf(use), use.prose))) return undefined;
  return {
    uri: first.file.uri,
    span: first.source,
    message: `“${short}” is used${uses.length > 1 ? ` ${uses.length} times` : ''} but never defined.`,
    ...(uses.length === 1 && { level: 'hint' as const }),
    fixes: defineHere(first, abbreviation, manuscript),
  };
}

/** A use in the abstract that no definition in it explains. */
function undefinedInAbstract(abbreviation: Abbreviation, manuscript: Manuscript): Placed | undefined {
  const { short, definitions } = abbreviation;
  const isShown = definitions.length === 0 || definitions.some(({ definition }) => definition.prose);
  if (!isShown || definitionsIn(abbreviation, 'abstract').length > 0) return undefined;
  const uses = abbreviation.uses.filter((use) => isReadAsShortForm(use, short, ABSTRACT, manuscript));
  const [first] = uses;
  if (!first || (definitions.length === 0 && uses.length < fewest(short, manuscript))) return undefined;
  if (uses.some((use) => isIntroduced(proseOf(use), use.prose))) return undefined;
  const { uri } = first.file;
  const definition = definitions.find((d) => d.definition.form !== 'list');
  const elsewhere = definition ? ` (the text does in ${whereIs(definition, uri)})` : '';
  const once = uses.length === 1;
  return {
    uri,
    span: first.source,
    message: once
      ? `“${short}” comes once in the abstract, which does not say what it stands for${elsewhere}.`
      : `“${short}” is used ${uses.length} times in the abstract, which does not define it${elsewhere}.`,
    ...(once && { level: 'hint' as const }),
    fixes: once ? writeOut(first, abbreviation, manuscript) : defineHere(first, abbreviation, manuscript),
  };
}

const TEXT: readonly Scope[] = ['body', 'float', 'supporting-information'];
const ABSTRACT: readonly Scope[] = ['abstract'];

const fewest = (short: string, { catalogue }: Manuscript): number =>
  catalogue.entriesForShort(short).length > 0 ? 1 : 2;

/** `FIB-SEM`, where both parts are defined. */
function isOfDefined(short: string, { abbreviations }: Manuscript): boolean {
  const family = GRADE.exec(short)?.[1];
  if (family !== undefined && (abbreviations.of(family)?.definitions.length ?? 0) > 0) return true;
  const parts = short.split(JOINTS);
  return parts.length > 1 && parts.every((part) => (abbreviations.of(part)?.definitions.length ?? 0) > 0);
}

/** `NMC811`: the digits are amounts. */
const GRADE = /^(\p{Lu}{2,})[- ]?\d{2,}$/u;

/** `XRD`, where `in situ XRD` is defined. */
const partsOfDefined = ({ abbreviations }: Manuscript): ReadonlySet<string> =>
  new Set(
    [...abbreviations.all].flatMap(({ short, definitions }) =>
      definitions.length > 0 ? short.split(JOINTS).filter((part) => part !== short) : [],
    ),
  );

const JOINTS = /[-–/+ ]/;

const proseOf = (use: Use): Prose => use.file.parsed.prose;
