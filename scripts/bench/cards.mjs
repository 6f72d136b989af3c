// What putting a section into a card costs, against parsing the card.
import { runTask } from './measure.mjs';

/** Times parsing cards with remark that putting a section and metadata into them may take; parsing is part of it. */
const cardLimit = 2;

export function cards(table) {
  const [parsing, updating] = runTask('cards').map((milliseconds) => ({ wall: milliseconds / 1000 }));
  table.time('parsing 1000 cards with remark', parsing);
  table.time('updating them', updating, { of: parsing, limit: cardLimit });
}

/** In a process of its own: prints the milliseconds that remark takes to parse a thousand cards, and those to update them. */
export async function cardsTask() {
  const { parseBody } = await import('../../build/card/body.js');
  const { updateCard } = await import('../../build/card/card.js');
  const cards = Array.from({ length: 1000 }, (_, n) => cardOf(n));
  const section = 'A line of the section.\n'.repeat(400);
  const content = { section: () => section, co2: { grams: 123456.7, source: 'bench' } };
  const tasks = [() => cards.map((card) => parseBody(card, 0)), () => cards.map((card) => updateCard(card, content))];
  const times = tasks.map(() => []);
  // In turns, so that a busy moment of the machine hits both; the first round warms up.
  for (let round = 0; round < 4; round++)
    for (const [n, task] of tasks.entries()) {
      const start = process.hrtime.bigint();
      task();
      if (round > 0) times[n].push(Number(process.hrtime.bigint() - start) / 1e6);
    }
  console.log(times.map((all) => Math.min(...all)).join(' '));
}

/** Some 4 kB, as cards on the Hub have: front matter with results, the template's sections, lists, a table, code. */
function cardOf(n) {
  const prose =
    'Trained on *a corpus* of text from the [web](https://example.org), filtered by `rules`, evaluated on **tasks** (https://example.org/tasks).\n\n';
  const sections = ['Model Details', 'Uses', 'Training Details', 'Evaluation', 'Technical Specifications', 'Citation'].map(
    (title, k) =>
      `## ${title}\n\n${prose.repeat(3 + ((n + k) % 3))}- one of ${n}\n- two\n\n| a | b |\n| - | - |\n| ${n} | ${k} |\n\n\`\`\`python\nprint(${k})\n\`\`\`\n\n`,
  );
  const results = `model-index:\n- name: m${n}\n  results:\n  - task:\n      type: text-generation\n    metrics:\n    - type: accuracy\n      value: 0.${n}\n`;
  return `---\nlanguage: en\nlicense: mit\ntags:\n- text\n- n${n}\n${results}---\n\n# Model ${n}\n\n${sections.join('')}`;
}
