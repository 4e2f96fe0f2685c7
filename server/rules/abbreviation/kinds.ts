import type { TermKind } from '../../knowledge/species';
import type { Abbreviation } from '../../manuscript/abbreviationIndex';
import { LABELLED } from '../../manuscript/definitions/announcingWords';
import type { Manuscript } from '../../manuscript/manuscript';
import type { RuleOptions } from '../rule';

/** Kinds of words in capitals that need no definition. A manuscript names under `ignore` those that it means. */
export const IGNORABLE_KINDS = ['companies', 'software', 'institutes', 'samples', 'groups', 'emphasis'] as const;
export type IgnorableKind = (typeof IGNORABLE_KINDS)[number];

/** True for a word of a kind that needs no definition here. */
export const isIgnored = (abbreviation: Abbreviation, manuscript: Manuscript, { ignored }: RuleOptions): boolean =>
  kindsOf(abbreviation, manuscript).some((kind) => ignored?.has(kind) ?? true);

/** What a word in capitals is, as far as its letters, the words beside it and the catalogue tell. */
function kindsOf(abbreviation: Abbreviation, manuscript: Manuscript): readonly IgnorableKind[] {
  const { short } = abbreviation;
  return IGNORABLE_KINDS.filter((kind) => {
    if (kind === 'emphasis') return ORDINARY.has(short.toLowerCase());
    if (kind === 'groups') return isGroup(abbreviation);
    if (kind === 'samples') return isSample(abbreviation);
    return (
      isNamed(short, TERM_KIND[kind], manuscript) ||
      (kind === 'companies' && isSupplier(abbreviation)) ||
      (kind === 'institutes' && isInstitute(abbreviation)) ||
      (kind === 'software' && (isFile(abbreviation) || isProgram(abbreviation, manuscript)))
    );
  });
}

const TERM_KIND: Readonly<Record<'companies' | 'software' | 'institutes', TermKind>> = {
  companies: 'company',
  software: 'software',
  institutes: 'institution',
};

const isNamed = (short: string, kind: TermKind, { catalogue }: Manuscript): boolean =>
  catalogue.entriesForShort(short).some((entry) => entry.kind === 'term' && entry.term.kind === kind);

/** `COOH`, `–SO3H groups`, `CHO-terminated` */
function isGroup({ short, uses }: Abbreviation): boolean {
  if (!/^[CHONSPF]{3,}$/.test(short)) return false;
  if (/^(?:C[OS][OSN]H|CHO|COO|NCO|NCS|SCN|OCN|CNO|COOR|CONH|NHCO)$/.test(short)) return true;
  return uses.some(
    (use) =>
      /[-–−=≡]\s?$/.test(before(use)) || /^[-– ](?:groups?|moiet|terminat|functional|radicals?)/.test(after(use)),
  );
}

/** `ABC stacking`, `ABAB`; `sample QXA`, `the QXA sample`; `C65`, a number in a list of products */
function isSample({ short, uses }: Abbreviation): boolean {
  if (/^\p{Lu}{1,2}\d{2,}$/u.test(short)) return true;
  if (/^[ABC]{3,}$/.test(short) && uses.some((use) => /^[-– ](?:stack|sequence|order|type)/.test(after(use))))
    return true;
  if (/^(?:ABC|ABAB|AABB|ABCABC)$/.test(short)) return true;
  return uses.some((use) => SAMPLE_BEFORE.test(before(use)) || /^ (?:samples?|specimens?)\b/.test(after(use)));
}

const SAMPLE_BEFORE = new RegExp(
  String.raw`\b(?:samples?|specimens?|batch(?:es)?|${LABELLED})(?: as| by)? [“"‘']?$`,
  'i',
);

/** `purchased from QXA`, `QXA Corp.`, `QXA Electronic Co.`, `QXA Group`, `Copyright 2021, QXA` */
const isSupplier = ({ uses }: Abbreviation): boolean =>
  uses.some(
    (use) =>
      /\b(?:purchased|bought|supplied|provided|obtained|sourced|manufactured|produced|made|received) (?:from|by) (?:the )?$/i.test(
        before(use),
      ) ||
      /(?:\bCopyright|©)(?: \(?\d{4}\)?,?)?(?: by)? (?:the )?$/i.test(before(use)) ||
      /^(?: \p{Lu}\p{Ll}+){0,2},? (?:Corp|Inc|Ltd|LLC|GmbH|AG\b|Co\b|Company|Group\b|plc\b|Holdings?\b|S\.A\.)/u.test(
        after(use),
      ),
  );

/** `the POSCAR file` */
const isFile = ({ uses }: Abbreviation): boolean =>
  uses.some((use) => /^ (?:input |output )?files?\b/.test(after(use)));

/** `measured at the QXA beamline`, `QXA-Stiftung` */
const isInstitute = ({ uses }: Abbreviation): boolean =>
  uses.some(
    (use) =>
      /^ (?:beamlines?|Foundation|Award|Prize)\b|^-(?:\p{L}+-)?(?:Stiftung|Preis|Institut|Gesellschaft)/u.test(
        after(use),
      ) || /-\p{Lu}+-(?:Stiftung|Preis)/u.test(after(use)),
  );

/** Words for programs tell only of long names: `DFT code` is a kind of code. Still longer ones are hardly initials. */
function isProgram({ short, uses }: Abbreviation, { catalogue }: Manuscript): boolean {
  if (!/^\p{Lu}+$/u.test(short) || catalogue.entriesForShort(short).length > 0) return false;
  if (short.length >= LONGEST_INITIALS) return true;
  return (
    short.length >= LONG_FOR_INITIALS &&
    uses.some(
      (use) =>
        /^(?: ?\uFFFC)* (?:codes?|packages?|programs?|software|librar(?:y|ies)|toolbox|toolkit|suite|solver)\b/.test(
          after(use),
        ) || /\b(?:implemented|available|coded|written|solved) (?:in|with|by|using) (?:the )?$/.test(before(use)),
    )
  );
}

/** UTF-16 units. */
const LONG_FOR_INITIALS = 5;
const LONGEST_INITIALS = 7;

const REACH = 40;
type Placed = Abbreviation['uses'][number];
const before = ({ file, prose: { start } }: Placed): string =>
  file.parsed.prose.text.slice(Math.max(0, start - REACH), start);
const after = ({ file, prose: { end } }: Placed): string => file.parsed.prose.text.slice(end, end + REACH);

/** Words that writers set in capitals to stress them: those that join, negate, limit and point. */
const ORDINARY: ReadonlySet<string> = new Set(
  (
    'about above across after again against all almost along already also although always among and another any are ' +
    'around away back because been before behind being below best beside besides between beyond both but can cannot ' +
    'could did does doing done down during each either else end enough even ever every except extra few first for from ' +
    'full good had half has have hence here high how however into its itself just last least less like low made main ' +
    'many may maybe mere might more most much must near need neither never new next none nor not nothing note now off ' +
    'old once one only onto open other our out over own part per please quite rather really same shall should since ' +
    'single some soon still stop such than that the their them then there these they this those three through thus ' +
    'time together too toward towards two under unless until upon use used using very was well were what when where ' +
    'whether which while who whole whom whose why will with within without would yes yet you your zero ' +
    'attention caution danger example hint important remark theorem tip todo warning'
  ).split(' '),
);
