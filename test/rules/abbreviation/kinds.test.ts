import { deepEqual } from 'node:assert/strict';
import { check } from '../../../server/rules';
import { read } from '../../support/paper';

const reported = (text: string, ignored?: readonly ('companies' | 'software' | 'groups' | 'emphasis')[]) => {
  const { file, manuscript } = read(text);
  const options = { accepted: new Set<string>(), ...(ignored && { ignored: new Set(ignored) }) };
  return check(file, manuscript, {}, options)
    .filter(({ code }) => code === 'abbreviation/undefined')
    .map(({ span }) => text.slice(span.start, span.end));
};

suite('kinds of words in capitals that need no definition', () => {
  for (const [kind, text] of Object.entries({
    'companies by name': 'Cells came from CATL and BYD, as CATL and BYD publish data.',
    'companies by what is said of them': 'Foils were purchased from QXLAB. The QXLAB foils are thin.',
    'companies by their full name': 'The QXLAB tester is old. QXLAB Electronic Co. built the QXLAB tester.',
    'holders of rights': 'Reproduced with permission. Copyright 2021, QXLAB. Copyright 2019, QXLAB.',
    'grades of products': 'Carbon black C65 (Imerys) and graphite KS6L of QX44 were mixed; C65 and QX44 are black.',
    'ensembles of a simulation': 'The NVT ensemble was held; NVT and NPT runs agree.',
    'instruments named by the method': 'A gel permeation chromatograph (PL-GPC 220) was run. GPC is slow.',
    'ions of an ionic liquid':
      'Of 1-alkyl-3-alkylimidazolium triflate ([QXIM][QTO], 99%) and more ([QYIM][QTO]). [QXIM][QTO] and QXIM, QYIM and QTO flow.',
    software: 'The solver is written in FORTRAN; FORTRAN is old. A UNIX host runs VASP.',
    'files of a program': 'The POSCAR file holds positions, and a POSCAR file may hold velocities.',
    'programs by what is said of them':
      'Results of the QXLABO codes agree with QXLABO. It is implemented in QYLABO; QYLABO is free. QXLABOR is fast, and QXLABOR is old.',
    'identifiers and symbols with their index': 'We read DL_QXAB files, then DL_QXAB again; K_QXA grows, K_QXA falls.',
    'beamlines and foundations':
      'Patterns were taken at the QXA beamline, as QXA is bright. The prize of the QYA Foundation honours QYA.',
    institutes: 'We thank the DFG in the text. The DFG pays.',
    'samples by their letters': 'Graphite shows ABC stacking; the ABC sequence is rhombohedral.',
    'samples by what is said of them': 'The sample QXA is dense, and QXA is white.',
    'chemical groups': 'The surface carries –COOH groups. Each COOH group binds lithium; COOH groups are acidic.',
    emphasis: 'The film is NOT stable. Do NOT open the cell. We used ONLY dry salt, and ONLY once.',
  })) {
    test(kind, () => deepEqual(reported(text), []));
  }

  test('a method before “code” is not a program', () => {
    deepEqual(reported('The QXA code is fast. We ran the QXA code twice.'), ['QXA']);
  });

  test('a manuscript that names some kinds is told of the others', () => {
    const text = 'Cells came from CATL, as CATL publishes data. The film is NOT stable; it is NOT thick.';
    deepEqual(reported(text, ['emphasis']), ['CATL']);
    deepEqual(reported(text, ['companies', 'emphasis']), []);
  });

  test('what belongs to no kind is reported', () => {
    deepEqual(reported('The QXLAB layer is tough. Under load QXLAB flows.'), ['QXLAB']);
  });
});
