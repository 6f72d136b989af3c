import { h } from 'hastscript';
import { cardFiles, cards } from './cards.mjs';
import { doubling } from './doubling.mjs';
import { blockOf } from './excerpts.mjs';

/** The start page. Its figures, cards and commands are read from the files of the repository that hold them. */
export async function startPage({ root, compiled }) {
  const places = { root, compiled };
  return {
    path: 'index.html',
    title: 'The carbon section of a model card',
    description: 'carboncard turns the records of a model’s training runs into the carbon section of its model card.',
    group: '',
    keywords: ['start', 'home', 'install'],
    sheets: ['assets/start.css', 'assets/charts.css'],
    files: cardFiles,
    body: [
      h('div', { className: ['opening'] }, [
        h('h1', 'The carbon section of a model card'),
        h('p', { className: ['lead'] }, [
          'carboncard turns the records of a model’s training runs, or five lines about them, into the carbon section of its model card: ',
          'Markdown for the card, a PDF for a paper, JSON for machines. ',
          'Every number has a source or is marked as assumed, and the total has its interval.',
        ]),
        h('p', { className: ['actions'] }, [
          h('a', { className: ['action'], href: 'calculator/index.html' }, 'Open the calculator'),
          h('a', { href: 'docs/guides/index.html' }, 'Read the guides'),
        ]),
      ]),
      ...(await doubling(places)),
      ...(await cards(places)),
      ...ways(places),
      ...lookUps,
    ],
  };
}

/** Where to look something up, by the question of a reader. */
const lookUps = [
  h('h2', { id: 'look-it-up' }, 'Look it up'),
  h('ul', { className: ['look-ups'] }, [
    ...[
      [
        'factors/index.html',
        'Factors',
        'the intensity of a grid, the power of a GPU, the PUE of a data centre, each with year, source and licence',
      ],
      ['library/index.html', 'Library', 'published models, with what they report and what is calculated from it'],
      ['docs/trackers/index.html', 'Logs', 'what is read of CodeCarbon, nvidia-smi, Slurm and others'],
      ['reference/manifest.html', 'Reference', 'each key of a manifest'],
      ['docs/formats/index.html', 'Formats', 'LaTeX, CycloneDX, SPDX, BoAmps and others'],
      ['docs/audits/index.html', 'Audits', 'each question that is asked of a card, with an example'],
      ['docs/method.html', 'Method', 'what is counted, and how'],
    ].map(([href, name, words]) => h('li', [h('a', { href }, name), `: ${words}`])),
  ]),
];

/** Three ways on, by what a reader has: a browser, a terminal, a repository. */
function ways({ root }) {
  const way = (title, words, code, href, more) =>
    h('section', [
      h('h3', title),
      h('p', words),
      ...code.map((text) => h('pre', { tabIndex: 0 }, h('code', text))),
      h('p', h('a', { href }, more)),
    ]);
  return [
    h('h2', { id: 'three-ways' }, 'Three ways to use it'),
    h('div', { className: ['ways'] }, [
      way(
        'In the browser',
        'No installation. Fill in a form or drop a log, and copy the section. The page sends nothing, and works offline after the first visit.',
        [],
        'docs/guides/calculator.html',
        'A section in two minutes',
      ),
      way(
        'On the command line',
        'Put these lines into carboncard.yaml, beside the card:',
        [blockOf({ root, file: 'README.md', heading: 'Five minutes', language: 'yaml' }), 'carboncard render\ncarboncard card README.md'],
        'docs/guides/card-from-a-log.html',
        'Install it, and start from a log',
      ),
      way(
        'In CI',
        'The action checks the card and the reports on every change, and questions the claims of the card:',
        [blockOf({ root, file: 'docs/ci.md', heading: 'In CI', language: 'yaml' })],
        'docs/guides/reports-in-ci.html',
        'Keep reports in a repository',
      ),
    ]),
  ];
}
