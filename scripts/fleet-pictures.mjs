// Draws the pictures of docs/collect-fleet.md into docs/images: the way as a diagram, and each block of the page that has a picture as a
// window of a terminal. The last one is the chart of power in the report of docs/fleet. Run it where a block has changed: `node
// scripts/fleet-pictures.mjs`, after `npm run build`.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const images = join(root, 'docs/images');
const page = readFileSync(join(root, 'docs/collect-fleet.md'), 'utf8');

const mono = "'IBM Plex Mono', ui-monospace, 'DejaVu Sans Mono', monospace";
const sans = "'IBM Plex Sans', system-ui, 'DejaVu Sans', sans-serif";
const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

writeFileSync(join(images, 'fleet-way.svg'), way());
// A picture is right before its block: ![alt](images/fleet-x.svg), then the text of it, folded.
for (const [, alt, name, text] of page.matchAll(
  /!\[([^\]]+)\]\(images\/(fleet-[a-z]+)\.svg\)\n\n<details><summary>[^\n]+\n\n```\w+\n([\s\S]*?)```/g,
)) {
  writeFileSync(join(images, `${name}.svg`), terminal(text.trimEnd().split('\n'), alt));
}
report();

/** A window with lines of text. What is typed is bold, a comment is grey. */
function terminal(lines, title) {
  const [size, lead, pad, bar] = [14, 21, 20, 34];
  const columns = Math.max(64, ...lines.map((line) => line.length));
  const [width, height] = [Math.ceil(columns * 8.45) + 2 * pad, bar + lines.length * lead + 2 * pad - 6];
  const texts = lines.map((line, nth) => {
    const style = line.startsWith('$ ') ? ' class="typed"' : line.startsWith('#') ? ' class="aside"' : '';
    return `  <text${style} x="${pad}" y="${bar + pad + size - 2 + nth * lead}" xml:space="preserve">${escaped(line)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title" font-family="${mono}" font-size="${size}">
  <title id="title">${escaped(title)}</title>
  <style>text { fill: #d5dce5 } .typed { fill: #ffffff; font-weight: 600 } .aside { fill: #8fa3b8 }</style>
  <rect width="${width}" height="${height}" rx="10" fill="#16202c"/>
  <path d="M0 ${bar}V10a10 10 0 0 1 10-10h${width - 20}a10 10 0 0 1 10 10v${bar - 10}z" fill="#243244"/>
  <circle cx="20" cy="17" r="5.5" fill="#5b6b7e"/><circle cx="39" cy="17" r="5.5" fill="#5b6b7e"/><circle cx="58" cy="17" r="5.5" fill="#5b6b7e"/>
${texts.join('\n')}
</svg>
`;
}

/** The five stations, and what goes from one to the next. */
function way() {
  const stations = [
    ['Exporter', 'on each node', 'power of each GPU'],
    ['Prometheus', 'samples every 15 s', 'keeps them'],
    ['collect', 'asks for sums', 'window by window'],
    ['Manifest', 'from: [….json]', 'place, hardware'],
    ['Report', 'offline,', 'the same each time'],
  ];
  const between = ['scrape', 'PromQL', '25 kB', 'render'];
  const [width, step, box] = [980, 196, 148];
  const boxes = stations.map(([name, first, second], nth) => {
    const [x, middle] = [24 + nth * step, 24 + nth * step + box / 2];
    return `  <rect class="${nth === 2 ? 'own' : 'box'}" x="${x}" y="28" width="${box}" height="96" rx="8"/>
  <text class="name" x="${middle}" y="60">${name}</text><text class="small" x="${middle}" y="85">${first}</text><text class="small" x="${middle}" y="106">${second}</text>`;
  });
  const arrows = between.map((word, nth) => {
    const x = 24 + nth * step + box;
    return `  <path class="arrow" d="M${x + 3} 76H${x + step - box - 4}"/><text class="word" x="${x + (step - box) / 2}" y="146">${word}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="164" viewBox="0 0 ${width} 164" role="img" aria-labelledby="title" font-family="${sans}" font-size="15">
  <title id="title">Exporter, Prometheus, collect, manifest, report: what goes from one to the next</title>
  <style>
    .box { fill: #eef4fb; stroke: #3b6ea5; stroke-width: 1.5 } .own { fill: #fff7e6; stroke: #a06a00; stroke-width: 2 }
    text { fill: #1b1f24; text-anchor: middle } .name { font-weight: 600; font-size: 17px } .small { font-size: 13px; fill: #454c55 } .word { font-size: 13px; fill: #454c55 }
    .arrow { stroke: #57606a; stroke-width: 1.8; fill: none; marker-end: url(#head) } .head { fill: #57606a }
  </style>
  <defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0 10 5 0 10z"/></marker></defs>
  <rect width="${width}" height="164" fill="#ffffff"/>
${[...boxes, ...arrows].join('\n')}
</svg>
`;
}

/** The chart of power of the report, as carboncard draws it. */
function report() {
  const out = mkdtempSync(join(tmpdir(), 'carboncard-fleet-'));
  try {
    const words = ['dist/cli/main.js', 'render', 'docs/fleet/carboncard.yaml', '-o', out, '--format', 'md,charts', '--quiet'];
    const { status, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    const [folder = ''] = readdirSync(out);
    copyFileSync(join(out, folder, 'charts/power.png'), join(images, 'fleet-report.png'));
  } finally {
    rmSync(out, { recursive: true });
  }
}
