import { readFileSync } from 'node:fs';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { DocumentSection, ReportDocument } from '../../src/render/document.js';
import type { InlineChart } from '../../src/render/html.js';

/** The style that reports are set in. */
export const styleSheet = readFileSync(new URL('../../templates/report.css', import.meta.url), 'utf8');

export function section(id: string, markdown: string): DocumentSection {
  return { id, tree: unified().use(remarkParse).use(remarkGfm).parse(markdown) };
}

export function report(title: string, sections: readonly DocumentSection[], more: Partial<ReportDocument> = {}): ReportDocument {
  return { title, authors: ['Sasha Luccioni', 'Sylvain Viguier'], language: 'en', paper: 'a4', date: '2026-03-01', sections, ...more };
}

const S = '\u202f';

interface Bar {
  readonly label: string;
  readonly value: string;
  readonly length: number;
  readonly colour: string;
}

/** A drawing of the kind that Vega makes: groups with roles, text, an interval. */
function bars(title: string, subtitle: string, rows: readonly Bar[], footer: string): string {
  const height = 72 + rows.length * 30 + 24;
  const marks = rows.map(({ label, value, length, colour }, index) => {
    const y = 62 + index * 30;
    return `<g role="graphics-symbol" aria-roledescription="bar" aria-label="${label}: ${value}"><text x="112" y="${y + 14}" text-anchor="end" font-size="12">${label}</text><path d="M120,${y}h${length}v20h-${length}Z" fill="${colour}"/><path d="M${120 + length * 0.8},${y + 10}h${length * 0.4}" stroke="#222" stroke-width="1"/><text x="${128 + length * 1.2}" y="${y + 14}" font-size="12">${value}</text></g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="${height}" viewBox="-14 -14 640 ${height + 28}" role="img" aria-label="x"><g font-family="IBM Plex Sans, Noto Sans" fill="#222"><text x="0" y="16" font-size="15" font-weight="600">${title}</text><text x="0" y="36" font-size="12" fill="#555">${subtitle}</text>${marks.join('')}<text x="0" y="${height - 6}" font-size="12" fill="#555">${footer}</text></g></svg>`;
}

export const charts: ReadonlyMap<string, InlineChart> = new Map([
  [
    'breakdown',
    {
      alt: 'Dynamic electricity is 24.7 t CO₂e, 48.9 % of the total of 50.5 t; embodied 11.2 t, idle 10.3 t, overhead 4.34 t.',
      svg: bars(
        'Keeping the cluster on emitted more than half as much as the training itself',
        'Emissions of training by component, t CO₂e, with 90 % intervals; total 50.5 t',
        [
          { label: 'Dynamic', value: `24.7${S}t · 48.9${S}%`, length: 320, colour: '#0072B2' },
          { label: 'Embodied', value: `11.2${S}t · 22.2${S}%`, length: 145, colour: '#999999' },
          { label: 'Idle', value: `10.3${S}t · 20.3${S}%`, length: 133, colour: '#E69F00' },
          { label: 'Overhead', value: `4.34${S}t · 8.6${S}%`, length: 56, colour: '#CC79A7' },
        ],
        'Source: Luccioni, Viguier, Ligozat 2023',
      ),
    },
  ],
  [
    'use',
    {
      alt: 'At 12,821 requests a day, use emits as much as development after 32.4 million requests.',
      svg: bars(
        'Use would take seven years to emit as much as development',
        'Cumulative emissions, t CO₂e, at 12,821 requests a day',
        [
          { label: 'Development', value: `50.5${S}t`, length: 320, colour: '#0072B2' },
          { label: 'A year of use', value: `7.3${S}t`, length: 47, colour: '#009E73' },
        ],
        'Source: BLOOM API experiment, 18 days in 2022',
      ),
    },
  ],
]);

const cover = `# BLOOM

bigscience/bloom · 2026-03-01 · Sasha Luccioni, Sylvain Viguier

**50.5${S}t CO₂e** emitted by developing this model

90${S}% interval 42.1–60.3${S}t CO₂e, from the stated ranges of 6 inputs; a year of use adds 7.3${S}t CO₂e.

Boundary: development: training; embodied, idle, overhead and dynamic; deployment apart. Location-based electricity.

- **Energy** 689${S}MWh
- **Hardware** 384 × A100 SXM 80GB
- **Accelerator-hours** 1,082,990${S}h
- **Place** France (Jean Zay)
- **Grid** 57${S}g CO₂e/kWh
- **Year** 2022
`;

const breakdown = `## What it is made of

![Breakdown](charts/breakdown.png)

| Phase | Component | Emissions, t${S}CO₂e | Share | Energy, kWh | Basis |
| :-- | :-- | --: | --: | --: | :-- |
| Training | Embodied | 11.2 | 22.2${S}% | – | modelled |
| | Dynamic | 24.7 | 48.9${S}% | 433,196 | declared |
| | Idle | 10.3 | 20.3${S}% | 180,500 | declared |
| | Overhead | 4.34 | 8.6${S}% | 76,100 | measured |
| **Development** | | **50.5** | **100${S}%** | **689,796** | |
| Deployment | Dynamic | 0.360 | – | 914 | measured |
`;

const notCounted = `## What is not counted

- **Data and evaluation**: no records of their energy were kept.
- **Embodied emissions of deployment**: the cloud provider publishes none for this machine type.
- **Failed runs and end of life**: outside this boundary, as in the paper.
`;

const use = `## Use

In 18 days the model answered 230,768 requests and drew 914${S}kWh, which is 1.56${S}g CO₂e a request. The machine was kept on for the whole time, so that the figure holds for this load and not for another: at half the load each request would carry nearly twice as much.

| | Emissions | Energy |
| :-- | --: | --: |
| One request | 1.56${S}g CO₂e | 3.96${S}Wh |
| 1,000 requests | 1.56${S}kg CO₂e | 3.96${S}kWh |
| 18 days, 230,768 requests | 360${S}kg CO₂e | 914${S}kWh |
| A year at this load | 7.30${S}t CO₂e | 18.5${S}MWh |

![Use](charts/use.png)

Use has emitted as much as development after 32.4 million requests, about 6.9 years at the stated load. Both sides count dynamic electricity only.
`;

const uncertainty = `## How sure

The total lies between 42.1 and 60.3${S}t CO₂e with a probability of 90${S}%, given the ranges of the inputs below. 10,000 draws, seed 1; the ranges are those of the sources where they state one, else those of our table of defaults.

| Input | Range | Share of the variance |
| :-- | :-- | --: |
| Grid intensity | 50–64${S}g CO₂e/kWh | 41${S}% |
| Embodied emissions of an accelerator | 100–200${S}kg CO₂e | 27${S}% |
| Idle power of the cluster | 58–70${S}kW | 18${S}% |
| Occupancy | 75–95${S}% | 9${S}% |
| Accelerator power | 360–400${S}W | 5${S}% |

To narrow it most, measure next: the hourly intensity of the grid during the run, then the lifetime that the servers in fact reach.
`;

const method = `## Method

Emissions are counted per phase and component, each by one formula whose inputs all carry a source [\\[1\\]](#source-1). Electricity is location-based: what the grid of the place emitted on average in the year of the run, not what was bought. *Embodied* emissions are shared out over the hours for which a machine is in use, its occupancy, as in [\\[1\\]](#source-1) and [\\[2\\]](#source-2).

*Dynamic* electricity is what the accelerators drew above idle; *idle* what the nodes drew while on; *overhead* what cooling, network and storage drew. A figure that is absent from the records is taken from the defaults below, and the line says \`assumed\`.
`;

const assumptions = `## Assumptions

| Default | Value | Used for | Why | Source |
| :-- | --: | :-- | :-- | :-- |
| Lifetime of a server | 6 years | training.embodied | The site's own renewal cycle; five years is usual in clouds and would add a fifth to the line | [\\[2\\]](#source-2) |
| Occupancy | 85${S}% | training.embodied | Mean of the cluster in the year of the run | [\\[1\\]](#source-1) |
| Power of an accelerator | 400${S}W | training.dynamic | Thermal design power; no meter on the cards | [\\[3\\]](#source-3) |
`;

const factorRows = Array.from(
  { length: 38 },
  (_, i) =>
    `| ${['Grid intensity, France', 'Grid intensity, us-central1', 'A100 SXM 80GB, embodied', 'Server, embodied', 'PUE, Jean Zay'][i % 5]} | ${(57 + i * 13.5).toLocaleString('en-US')} | ${['g CO₂e/kWh', 'g CO₂e/kWh', 'kg CO₂e', 'kg CO₂e', '–'][i % 5]} | 202${i % 4} | ${['FR', 'US-MIDW-MISO', '–', '–', 'FR'][i % 5]} | ${i % 3 === 0 ? 'CC BY 4.0' : 'ODbL 1.0'} | [\\[${(i % 4) + 1}\\]](#source-${(i % 4) + 1}) |`,
);

const factors = `## Factors

| Factor | Value | Unit | Year | Zone | Licence | Source |
| :-- | --: | :-- | --: | :-- | :-- | :-- |
${factorRows.join('\n')}
`;

const sources = `## Sources

1. <a id="source-1"></a>Luccioni, Viguier, Ligozat. *Estimating the carbon footprint of BLOOM, a 176B parameter language model.* JMLR 24(253), 2023. <https://jmlr.org/papers/v24/23-0069.html>
2. <a id="source-2"></a>Gupta et al. *Chasing carbon: the elusive environmental footprint of computing.* HPCA, 2021. <https://arxiv.org/abs/2011.02839>
3. <a id="source-3"></a>NVIDIA. *A100 tensor core GPU datasheet.* 2022.
4. <a id="source-4"></a>Ember. *Yearly electricity data.* 2023. CC BY 4.0. <https://ember-energy.org/data/yearly-electricity-data/?a-rather-long-query=which-has-to-be-broken-somewhere-or-it-runs-off-the-page>
5. <a id="source-5"></a>manifest, line 14, column 22.
`;

const line = (name: string, id: string, formula: string, steps: readonly string[]): string => `### ${name}

${formula}

\`\`\`
${steps.join('\n')}
\`\`\`

| Input | Value | Unit | Basis | Source |
| :-- | --: | :-- | :-- | :-- |
| accelerator-hours | 1,082,990 | h | declared | manifest, line 21 |
| accelerator power | 400 | W | declared | [\\[3\\]](#source-3) |
| grid intensity | 57 | g CO₂e/kWh | declared | [\\[1\\]](#source-1) |

Line \`${id}\`.
`;

const arithmetic = `## Arithmetic

${[
  line(
    'Training, embodied',
    'training.embodied',
    'accelerator-hours × (accelerator + server ÷ accelerators per node) ÷ (lifetime × occupancy)',
    [
      '150 kg + 2,500 kg ÷ 8 = 462.5 kg CO₂e per accelerator',
      '6 years × 8,766 h × 85 % = 44,706.6 h in use',
      '1,082,990 h × 462.5 kg ÷ 44,706.6 h = 11,203.7 kg CO₂e',
    ],
  ),
  line('Training, dynamic', 'training.dynamic', 'accelerator-hours × power × grid intensity', [
    '1,082,990 h × 400 W = 433,196 kWh',
    '433,196 kWh × 57 g/kWh = 24,692.2 kg CO₂e',
  ]),
  line('Training, idle', 'training.idle', 'hours × idle power × grid intensity', [
    '2,820.286458333333 h × 64 kW = 180,498.333333333 kWh',
    '180,498.333333333 kWh × 57 g/kWh = 10,288.405 kg CO₂e',
  ]),
  line('Training, overhead', 'training.overhead', 'hours × overhead power × grid intensity', [
    '2,820.286 h × 27 kW = 76,147.7 kWh',
    '76,147.7 kWh × 57 g/kWh = 4,340.42 kg CO₂e',
  ]),
].join('\n')}`;

const citation = `## How to cite

\`\`\`bibtex
@techreport{bloom-carbon,
  title  = {Carbon footprint of {BLOOM}},
  author = {Luccioni, Sasha and Viguier, Sylvain},
  year   = {2026},
  note   = {Assessed with carboncard; 50.5 t CO2e for development, location-based}
}
\`\`\`
`;

const attachments = `## Inside this file

- \`assessment.json\`: every number of this report, with inputs and sources, for machines.
- \`carboncard.yaml\`: the manifest from which it was made.
`;

/** BLOOM's report with every section that a report can have, at a realistic length. */
export const bloom = report('BLOOM', [
  section('cover', cover),
  section('breakdown', breakdown),
  section('not-counted', notCounted),
  section('use', use),
  section('uncertainty', uncertainty),
  section('method', method),
  section('assumptions', assumptions),
  section('factors', factors),
  section('sources', sources),
  section('arithmetic', arithmetic),
  section('citation', citation),
  section('attachments', attachments),
]);

/** The least case: a name, a device, hours, a place. No authors, no date, no deployment, no interval. */
export const least: ReportDocument = {
  title: 'tiny-gpt',
  authors: [],
  language: 'en',
  paper: 'letter',
  sections: [
    section(
      'cover',
      `# tiny-gpt\n\n**1.21${S}kg CO₂e** emitted by developing this model\n\nBoundary: development: training; dynamic, idle and overhead. Embodied emissions are not counted.\n\n- **Energy** 21.2${S}kWh\n- **Hardware** 1 × RTX 4090\n- **Place** France\n`,
    ),
    section(
      'breakdown',
      `## What it is made of\n\n| Phase | Component | Emissions, kg${S}CO₂e | Share | Basis |\n| :-- | :-- | --: | --: | :-- |\n| Training | Dynamic | 1.01 | 83.5${S}% | assumed |\n| | Overhead | 0.20 | 16.5${S}% | assumed |\n| **Development** | | **1.21** | **100${S}%** | |\n`,
    ),
    section('not-counted', '## What is not counted\n\n- **Embodied**: no figure for this card is published.\n'),
    section(
      'method',
      '## Method\n\nElectricity is location-based: what the grid of the place emitted on average in the year of the run.\n',
    ),
    section('sources', '## Sources\n\n1. Ember. *Yearly electricity data.* 2023. CC BY 4.0.\n'),
  ],
};

const longName =
  'An exceedingly long model name that somebody gave to a checkpoint, v2.1-instruct-longcontext-final-FINAL (revised) 中文模型名稱 نموذج لغوي كبير 🌍';

/** Names as people have them: 80 characters and more, three scripts, an emoji, and what would be markup. */
export const longNamed = report(longName, [
  section(
    'cover',
    `# ${longName}\n\norg/a-name · 2026-03-01 · 王小明, محمد علي\n\n**50.5${S}t CO₂e** emitted by developing this model\n\n- **Hardware** 8 × 华为昇腾 910B\n- **Place** 中国 (内蒙古)\n`,
  ),
  section(
    'method',
    '## 方法\n\n排放量按阶段和组成部分计算，每一项都有一个公式，\n其输入均有来源。电力按所在地电网的年平均强度计算。 نموذج لغوي كبير\n',
  ),
]);
