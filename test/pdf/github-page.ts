import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from 'hast';
import { raw } from 'hast-util-raw';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import type { Page } from 'puppeteer-core';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { withTestBrowser } from './test-browser.js';

const styles = {
  light: readFileSync('node_modules/github-markdown-css/github-markdown-light.css', 'utf8'),
  dark: readFileSync('node_modules/github-markdown-css/github-markdown-dark.css', 'utf8'),
} as const;

/** How a page of GitHub shows some Markdown. */
export interface GithubView {
  /** Width of the window in CSS pixels. */
  readonly width: number;
  readonly theme?: keyof typeof styles | undefined;
}

/** Markdown as a page in GitHub's style: images from a folder, inside the page. */
export function githubPage(markdown: string, folder: string, { width, theme = 'light' }: GithubView): string {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown);
  const page = raw(toHast(tree, { allowDangerousHtml: true }));
  visit(page, { tagName: 'img' }, ({ properties }: Element) => {
    properties['src'] = `data:image/png;base64,${readFileSync(join(folder, String(properties['src']))).toString('base64')}`;
  });
  const body = toHtml(page);
  // As GitHub has it: 32 px around the text of a README, 16 px on a phone.
  const padding = width < 768 ? 16 : 32;
  return `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<style>body { margin: 0 } ${styles[theme]} .markdown-body { box-sizing: border-box; padding: ${padding}px; width: ${width}px }</style>
<article class="markdown-body">${body}</article>`;
}

/** Opens pages of the given widths in one browser. */
export async function withGithubPages<Result>(
  work: (open: (html: string, width: number) => Promise<Page>) => Promise<Result>,
): Promise<Result> {
  return withTestBrowser((browser) =>
    work(async (html, width) => {
      const page = await browser.newPage();
      await page.setViewport({ width, height: 900, deviceScaleFactor: 1 });
      await page.setContent(html, { waitUntil: 'load' });
      return page;
    }),
  );
}
