import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import type { Commands } from './panel';
import { glance } from './patience';
import { startZotero, stopZotero } from './zotero';

/** What an extension cannot do for itself: see the page as it is rendered, use the keyboard and the mouse. */
export const pageCommands = (page: Page, screenshots: string): Commands => ({
  press: (key) => page.keyboard.press(key),
  type: (text) => page.keyboard.type(text, { delay: 20 }),
  screenshot: (name) =>
    page.screenshot({ path: join(screenshots, `${name}.png`), animations: 'disabled' }).then(() => null),
  /** Moves the pointer where it is over nothing. */
  rest: () => page.mouse.move(0, 0),
  hover: (text) => hoverWith(page, text),
  /** How high the hover is, and what of it is seen without scrolling. */
  hoverBox: (text) => hovers(page, text).evaluate(boxOf),
  /** The text of each row of the quick pick that is open. */
  rows: () => page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row').allInnerTexts(),
  /** The prompt of the open input box. */
  asked: () => page.locator('.quick-input-widget:visible .quick-input-message').first().textContent(),
  /** Ticks a row of it that is not ticked. */
  tick: (text) => page.evaluate(tick, text),
  /** How many icons the rows hold beside that of each row. */
  iconsInRows: () => page.locator('.quick-input-list .monaco-icon-label .codicon:not(.quick-input-list-icon)').count(),
  /** How many rows of it are selected, such as `2 Selected`; empty where only one can be. */
  selected: () => page.locator('.quick-input-widget:visible .quick-input-count:visible').allInnerTexts(),
  /** The rows of the Problems view. */
  problems: () => page.locator('.markers-panel .monaco-list-row').allInnerTexts(),
  /** The rows of the trees in the side bar. */
  tree: () => page.locator('.sidebar .pane .monaco-list-row').allInnerTexts(),
  clickInTree: (text) => page.locator('.sidebar .monaco-list-row').filter({ hasText: text }).first().click(),
  /** Runs the action of a row of theirs that shows when the pointer is over it. */
  actInTree: (text) => actInTree(page, text),
  /** Drags a row of theirs to the end of a line of the editor. `argument`: text of the row, a line feed, text of the line. */
  dragFromTree: (argument) => dragFromTree(page, argument),
  /** The notifications that are showing. */
  notifications: () => page.locator('.notification-list-item-message').allInnerTexts(),
  linksInNotifications: () => page.locator('.notification-list-item-message a').count(),
  /** The rows of the light bulb's menu. */
  lightBulb: () => page.locator('.action-widget .monaco-list-row').allInnerTexts(),
  /** Ticks the first change that the preview of a refactoring shows. */
  tickInPreview: () => page.locator('.bulk-edit-panel .edit-checkbox[aria-checked="false"]').first().click(),
  /** The text of each element of the catalogue's page that the selector finds. */
  catalogue: (selector) => catalogueOf(page).locator(selector).allInnerTexts(),
  /** What axe-core finds wrong with the catalogue's page: the rule, and the elements that break it. */
  catalogueFindings: async () => findingsOf(await frameOfCatalogue(page)),
  /** What has the focus in the catalogue's page, and how it shows that. */
  catalogueFocus: async () => (await frameOfCatalogue(page)).evaluate(focused),
  clickInCatalogue: (selector) => catalogueOf(page).locator(selector).first().click(),
  clickRow: (text) => page.locator('.monaco-list-row').filter({ hasText: text }).first().click(),
  /** What the language status of the editor in front says, as a screen reader gets it. */
  languageStatus: () => page.locator('[id="status.languageStatus"] [aria-label]').first().getAttribute('aria-label'),
  clickQuickPickButton: (text) => page.locator(`.quick-input-widget [aria-label="${text}"]`).first().click(),
  clickNotificationButton: (text) =>
    page.locator('.notification-list-item .monaco-button').filter({ hasText: text }).first().click(),
  clickDialogButton: (text) => clickDialogButton(page, text),
  startZotero,
  stopZotero,
});

/** False where it does not appear soon: it may have to be asked for again. */
const appears = (what: Locator) =>
  what.waitFor({ timeout: glance }).then(
    () => true,
    () => false,
  );

/**
 * Runs in the page, in one go: while results come in the rows are drawn anew, and a click from outside meets what is in
 * the row's place by then.
 */
const tick = (text: string): void => {
  const rows = (globalThis as unknown as PageWindow).document.querySelectorAll('.quick-input-list .monaco-list-row');
  const row = [...rows].find(({ textContent }) => textContent.includes(text));
  const [box] = row?.querySelectorAll('.monaco-checkbox') ?? [];
  if (box?.getAttribute('aria-checked') === 'false') box.click();
};

/** A webview is a page in a page in a page. */
const catalogueOf = (page: Page) => page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');

async function frameOfCatalogue(page: Page): Promise<Frame> {
  const frame = await (await catalogueOf(page).locator('body').elementHandle())?.ownerFrame();
  if (!frame) throw new Error('no catalogue is open');
  return frame;
}

/** As axe-core gives it. */
interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

async function findingsOf(frame: Frame): Promise<string[]> {
  await frame.evaluate(await readFile(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations } = await frame.evaluate<{ violations: Violation[] }>('axe.run()');
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 200))
        .join(' ')}`,
  );
}

/** Runs in the page: the name of what has the focus, and its outline, such as `solid 1px`. */
const focused = () => {
  const { document, getComputedStyle } = globalThis as unknown as PageWindow;
  const element = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  return {
    name: element.getAttribute('aria-label') ?? element.textContent,
    outline: `${outlineStyle} ${outlineWidth}`,
  };
};

async function actInTree(page: Page, text: string): Promise<void> {
  const row = page.locator('.sidebar .monaco-list-row').filter({ hasText: text }).first();
  await row.hover();
  await row.locator('.action-label').first().click();
}

async function dragFromTree(page: Page, argument: string): Promise<void> {
  const [row = '', line = ''] = argument.split('\n');
  const target = page.locator('.editor-instance .view-line > span').filter({ hasText: line }).first();
  const { width, height } = (await target.boundingBox())!;
  const from = page.locator('.sidebar .monaco-list-row').filter({ hasText: row }).first();
  await from.dragTo(target, { targetPosition: { x: width - 1, y: height / 2 } });
}

/** Answers the modal dialog that is open. False where there is none with such a button. */
async function clickDialogButton(page: Page, text: string): Promise<boolean> {
  const button = page.locator('.monaco-dialog-box .monaco-button').filter({ hasText: text }).first();
  const isOpen = await button.isVisible();
  if (isOpen) await button.click();
  return isOpen;
}

/** The row with `text` of the hover in the editor, without those of problems, and what its images and links have come to; null where there is none. */
async function hoverWith(page: Page, text: string) {
  const hover = hovers(page, text).locator('.hover-row').filter({ hasText: text }).first();
  if (!(await appears(hover))) return null;
  return {
    html: await hover.innerHTML(),
    text: await hover.textContent(),
    images: await hover.locator('img').evaluateAll(sizes),
    links: await hover.locator('a').evaluateAll(targets),
    contrast: Math.min(...(await hover.evaluate(colours)).map(contrast)),
  };
}

const hovers = (page: Page, text: string): Locator =>
  page.locator('.monaco-hover:not(.hidden)').filter({ hasText: text }).first();

/** Runs in the page: how large the hover is, and the text of the paragraphs and rows that lie wholly in what is shown of it. */
const boxOf = (hover: PageElement) => {
  const [content] = hover.querySelectorAll('.monaco-hover-content');
  const { bottom, width, height } = hover.getBoundingClientRect();
  const [paragraphs, rows] = ['p', 'tbody tr'].map((selector) =>
    [...hover.querySelectorAll(selector)]
      .filter((element) => element.getBoundingClientRect().bottom <= bottom)
      .map(({ textContent }) => textContent),
  );
  const whole = content!.getBoundingClientRect().height;
  return { width: Math.round(width), shown: Math.round(height), whole: Math.round(whole), paragraphs, rows };
};

/** Runs in the page. A width of 0 stands for an image that did not load. */
const sizes = (images: PageImage[]) =>
  Promise.all(
    images.map(async (image) => {
      const loaded = await image.decode().then(
        () => true,
        () => false,
      );
      return { source: image.src.slice(0, 40), width: loaded ? image.naturalWidth : 0 };
    }),
  );

/** Runs in the page. */
const targets = (links: PageLink[]) => links.map((link) => link.dataset.href ?? link.getAttribute('href') ?? '');

interface PageImage {
  readonly src: string;
  readonly naturalWidth: number;
  decode(): Promise<void>;
}
interface PageLink {
  readonly dataset: Readonly<Record<string, string | undefined>>;
  getAttribute(name: string): string | null;
}

/** Runs in the page: the colour of each piece of text, and of what is under it. */
const colours = (hover: PageElement): readonly [string, string][] => {
  const styleOf = (globalThis as unknown as PageWindow).getComputedStyle;
  return [...hover.querySelectorAll('p, strong, em, td, a')].map((element) => {
    let behind = element;
    while (behind.parentElement && /, 0\)$/.test(styleOf(behind).backgroundColor)) behind = behind.parentElement;
    return [styleOf(element).color, styleOf(behind).backgroundColor];
  });
};

/** WCAG 2's contrast ratio, 1 to 21. A colour that lets light through is weighed as if it were opaque. */
function contrast([text, background]: readonly [string, string]): number {
  const pair = [luminance(text), luminance(background)];
  return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
}

/** Relative luminance of a colour such as `rgb(32, 32, 32)`, 0 to 1, as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((channel) => {
    const share = Number(channel) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

interface PageElement {
  readonly parentElement: PageElement | null;
  readonly textContent: string;
  click(): void;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  getBoundingClientRect(): { readonly bottom: number; readonly width: number; readonly height: number };
}
interface PageWindow {
  readonly document: PageElement & { readonly activeElement: PageElement };
  getComputedStyle(element: PageElement): {
    readonly color: string;
    readonly backgroundColor: string;
    readonly outlineStyle: string;
    readonly outlineWidth: string;
  };
}
