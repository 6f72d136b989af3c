import type { PrintingPage } from './browser.js';
import type { Templates } from './compose.js';
import type { FontLibrary } from './fonts.js';

/** What rendering needs beside the assessment. Whoever renders reads no file itself: bytes come in through here. */
export interface RenderContext {
  readonly templates: Templates;
  /** The text of `report.css`. */
  readonly styleSheet: string;
  /** Its file, as a message names it. */
  readonly styleSheetFile?: string | undefined;
  /** The texts of `screen.css` and `html.css`, for a page on a screen. */
  readonly screenSheet: string;
  readonly fonts: FontLibrary;
  /** The compiled resvg, which turns SVG into pixels. */
  readonly readRasterizer: () => Promise<Uint8Array>;
  /** Absent where nothing that is rendered needs a browser. */
  readonly page?: PrintingPage | undefined;
}
