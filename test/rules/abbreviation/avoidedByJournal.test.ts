import { deepEqual, match } from 'node:assert/strict';
import type { JournalId } from '../../../server/rules/abbreviation/journalProfiles';
import { readProjectFile } from '../../../server/workspace/projectFile';
import { diagnose, only } from '../../support/paper';

const TEXT = String.raw`\documentclass{article}
\title{How the SEI and the QXZ layer grow}
\begin{document}
\maketitle
\begin{abstract}
The QXZ layer was seen by EIS and XRD; EIS is fast, and QXZ thick.
\end{abstract}
\section{Films by XPS}
The solid electrolyte interphase (SEI) grows, and so does the QXZ layer. An SI unit is no word.
\end{document}
`;

const found = (journal?: JournalId): string[] =>
  only(
    'abbreviation/avoided-by-journal',
    diagnose(TEXT, { language: 'latex', ...(journal && { journal }) }).diagnostics,
  ).map(({ span }) => `${TEXT.slice(0, span.start).split('\n').length} ${TEXT.slice(span.start, span.end)}`);

suite('short forms that a journal avoids', () => {
  test('nobody is told who names no journal', () => deepEqual(found(), []));

  test('in the title and the abstract', () => deepEqual(found('nature'), ['2 SEI', '2 QXZ', '6 QXZ', '6 EIS']));

  test('in the title and in headings', () => deepEqual(found('ieee'), ['2 SEI', '2 QXZ', '8 XPS']));

  test('uncommon ones', () => {
    deepEqual(found('rsc'), ['2 QXZ']);
    deepEqual(found('elsevier'), ['2 SEI', '2 QXZ', '6 QXZ']);
  });

  test('a journal without a profile is a mistake in the project file, with those that have one', () => {
    const { file, problems } = readProjectFile('file:///.interphase.yaml', 'journal: matter\naccepted: [SEI]\n');
    deepEqual([file.journal, file.accepted], [undefined, ['SEI']]);
    match(problems[0]?.message ?? '', /must be one of acs, elsevier, ieee, nature, rsc/);
  });
});
