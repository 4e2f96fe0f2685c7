import { deepEqual, equal } from 'node:assert/strict';
import { canonicalUri, fileName, folderOf, resolvePath, uriOfPath } from '../../server/base/uris';

/** Spellings of one file each, by editors, Node and hand. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  'C:\\Users\\Jö\\paper (1)\\main.tex': [
    'file:///c%3A/Users/J%C3%B6/paper%20%281%29/main.tex',
    'file:///C:/Users/J%C3%B6/paper%20(1)/main.tex',
    'file:///c:/Users/Jö/paper (1)/main.tex',
    'file:///C%3a/Users/J%c3%b6/./paper%20(1)/chapters/../main.tex',
  ],
  '\\\\Server\\share\\R&D\\main.tex': ['file://server/share/R%26D/main.tex', 'file://SERVER/share/R&D/main.tex'],
  '/home/me/R&D + co/main.tex': [
    'file:///home/me/R%26D%20%2B%20co/main.tex',
    'file:///home/me/R&D%20+%20co/main.tex',
    'file://localhost/home/me/R&D + co/main.tex',
    'file:/home/me/R&D + co/main.tex',
    'file:////home/me//R&D + co/main.tex',
  ],
  "/home/me/a'b=c;d!e~f$g*h,i@j:k/main.tex": [
    "file:///home/me/a'b=c;d!e~f$g*h,i@j:k/main.tex",
    'file:///home/me/a%27b%3Dc%3Bd%21e~f%24g%2Ah%2Ci%40j%3Ak/main.tex',
  ],
  '/home/me/100% C#?/main.tex': ['file:///home/me/100% C#?/main.tex', 'file:///home/me/100%25%20C%23%3F/main.tex'],
};

suite('the URI of a file', () => {
  for (const [path, spellings] of Object.entries(SAME)) {
    test(`is one for ${path}, on every platform`, () => {
      const uri = uriOfPath(path);
      deepEqual(
        spellings.map(canonicalUri),
        spellings.map(() => uri),
      );
      equal(canonicalUri(uri), uri);
      equal(fileName(uri), 'main.tex');
      equal(resolvePath(folderOf(uri), './main.tex'), uri);
    });
  }

  test('of a path with a drive is that of the drive, wherever it is named', () => {
    const folder = uriOfPath('D:\\papers');
    equal(resolvePath(folder, 'C:\\lib\\refs.bib'), uriOfPath('c:/lib/refs.bib'));
    equal(resolvePath(folder, 'lib/refs.bib'), uriOfPath('d:\\papers\\lib\\refs.bib'));
  });

  test('of what is not a file stays', () => {
    for (const uri of ['untitled:Untitled-1', 'vscode-vfs://github/o/r/a.tex', 'stdin:/manuscript', 'a:b:c%', ''])
      equal(canonicalUri(canonicalUri(uri)), canonicalUri(uri));
    equal(canonicalUri('untitled:Untitled-1'), 'untitled:Untitled-1');
  });

  test('are made of any text that is given as a path', () => {
    equal(resolvePath('file:///a', 'x\uD800y'), 'file:///a/x%EF%BF%BDy');
  });
});
