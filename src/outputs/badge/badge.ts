import type { Assessment } from '../../assessment/assessment.js';
import { darkInk, ink } from '../../charts/theme.js';
import { type FontLibrary, openFont, textFamilies } from '../../render/fonts.js';
import { embeddedFaces } from '../../render/html/embedded-faces.js';
import { escapeXml, textFaces, widthIn } from '../../render/svg.js';
import { asLine } from '../../render/tokens.js';
import { accountingText } from '../../sections/words/accounting.js';
import { mainPhases, mainTotal, shortInterval, withInterval } from '../../sections/words/words.js';
import { formatted, plain, THIN } from '../../units/format.js';
import { outputTexts } from '../ids.js';
import type { Output } from '../output.js';
import { badgeMessages } from './messages.js';

/** Pixels: as high as other badges are. */
const [height, size, margin, baseline] = [20, 11, 7, 14];

/**
 * The total on a badge for a README: an SVG with its fonts in it, that no service makes. It has two fields in greys, told apart by
 * fill and by outline, each with text at 7 : 1 or more, on light and on dark pages; no colour judges the figure.
 */
export const badge = {
  id: 'badge',
  render: async (assessment, { fonts, report }) => {
    const texts = textsOf(assessment);
    if (texts === undefined) {
      report(badgeMessages.nothingCounted());
      return new Map();
    }
    return new Map([[outputTexts.badge.files, await svgOf(texts, fonts)]]);
  },
} as const satisfies Output;

interface BadgeTexts {
  readonly label: string;
  readonly figure: string;
  /** For those who don't see it, or point at it. */
  readonly title: string;
}

function textsOf(assessment: Assessment): BadgeTexts | undefined {
  const total = mainTotal(assessment);
  if (total === undefined) return undefined;
  const isUse = assessment.totals.development === undefined;
  const interval = shortInterval(total.emissions);
  const sure = interval === undefined ? 'uncertainty not assessed' : `90${THIN}% interval ${interval}`;
  const of = `${isUse ? 'use' : 'development'}, ${accountingText(assessment, mainPhases(assessment))}`;
  return {
    label: isUse ? 'carbon footprint of use' : 'carbon footprint',
    figure: withInterval(total.emissions),
    title: plain(`Carbon footprint of ${asLine(assessment.model.name)}: ${formatted(total.emissions).text} (${sure}), ${of}`),
  };
}

async function svgOf({ label, figure, title }: BadgeTexts, fonts: FontLibrary): Promise<string> {
  const [labelFace, figureFace] = [await faceFor(label, 400, fonts), await faceFor(figure, 600, fonts)];
  const [left, right] = [labelFace.width + 2 * margin, figureFace.width + 2 * margin];
  const width = left + right;
  const family = textFamilies.map((name) => (name.includes(' ') ? `'${name}'` : name)).join(', ');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="carbon-badge">
<title id="carbon-badge">${escapeXml(title)}</title>
<style>${[...labelFace.rules, ...figureFace.rules].join('')}
text { font: 400 ${size}px ${family}, sans-serif; text-rendering: geometricPrecision }
.label { fill: ${ink.soft} } .on-label { fill: ${ink.paper} }
.figure { fill: ${ink.paper} } .on-figure { fill: ${ink.strong}; font-weight: 600 } .edge { fill: none; stroke: ${ink.soft} }
@media (prefers-color-scheme: dark) {
.label { fill: ${darkInk.soft} } .on-label { fill: ${darkInk.paper} }
.figure { fill: ${darkInk.paper} } .on-figure { fill: ${darkInk.strong} } .edge { stroke: ${darkInk.soft} }
}</style>
<rect class="figure" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="3"/>
<path class="label" d="M3.5 0.5H${left}V${height - 0.5}H3.5a3 3 0 0 1-3-3V3.5a3 3 0 0 1 3-3z"/>
<rect class="edge" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="3"/>
<text class="on-label" x="${margin}" y="${baseline}" textLength="${labelFace.width}">${escapeXml(label)}</text>
<text class="on-figure" x="${left + margin}" y="${baseline}" textLength="${figureFace.width}">${escapeXml(figure)}</text>
</svg>
`;
}

interface SetText {
  /** In whole pixels. */
  readonly width: number;
  /** `@font-face` rules with the glyphs of the text. */
  readonly rules: readonly string[];
}

async function faceFor(text: string, weight: 400 | 600, fonts: FontLibrary): Promise<SetText> {
  const faces = textFaces(await fonts.facesFor(text), weight);
  const open = await Promise.all(faces.map((face) => openFont(face, text)));
  return { width: Math.ceil(widthIn(open, text) * size), rules: await embeddedFaces(faces, text) };
}
