import { deepEqual, equal } from 'node:assert/strict';
import { diagnose, only } from '../../support/paper';

const check = (text: string) => {
  const { diagnostics, after } = diagnose(text);
  const found = only('abbreviation/competing-short-forms', diagnostics);
  return { found: found.map(({ span }) => text.slice(span.start, span.end)), fixed: after(found[0]?.fixes?.[0]) };
};

suite('abbreviation/competing-short-forms', () => {
  test('one species under two short forms that nobody defines', () => {
    const { found, fixed } = check('NCM811 was cast on foil, and NCM811 aged. An NMC811 cell is cheap.');
    deepEqual(found, ['NMC811']);
    equal(fixed, 'NCM811 was cast on foil, and NCM811 aged. An NCM811 cell is cheap.');
  });

  test('one long form with two short forms', () => {
    const { found } = check(
      'A lithium metal battery (LMB) is light. The LMB fails. Another lithium metal battery (LiMB) is new; the LMB wins.',
    );
    deepEqual(found, ['LiMB']);
  });

  test('the same letters in another case: written in two ways, not undefined', () => {
    const text = 'The state of charge (SoC) is set. A high SOC ages cells, and the SOC window matters. SoC again.';
    deepEqual(check(text).found, ['SOC']);
    deepEqual(only('abbreviation/undefined', diagnose(text).diagnostics), []);
  });

  test('two things that the author tells apart, and terms that everybody knows', () => {
    for (const text of [
      'All-solid-state batteries (ASSBs) and all-solid-state lithium batteries (ASSLBs) differ. ASSBs and ASSLBs are new.',
      'In the US and the USA cells are made.',
      'Carbon monoxide is CO; cobalt is Co.',
      'Principal component analysis (PCA) gives principal components (PCs). By PCA each PC is found.',
      'Electron transfer mediated decay (ETMD) and ETMD3 (electron transfer mediated decay) of three units; ETMD is fast.',
    ])
      deepEqual(check(text).found, [], text);
  });
});
