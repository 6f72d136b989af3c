import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { h } from 'hastscript';

/** The licence of the program, and those of the figures in it, as the repository has them. */
export function licencePages({ root }) {
  const text = (file) => h('pre', { className: ['whole'], tabIndex: 0 }, readFileSync(join(root, file), 'utf8').trimEnd());
  return [
    {
      path: 'licence.html',
      title: 'Licence',
      description: 'The Apache License 2.0, under which carboncard is published.',
      group: 'project',
      body: [h('h1', 'Licence'), text('LICENSE')],
    },
    {
      path: 'data-licences.html',
      title: 'Licences of the data',
      description: 'The sources of the factor tables, with their licences and what was changed.',
      group: 'project',
      body: [
        h('h1', 'Licences of the data'),
        h('p', 'Figures keep the licences of their sources. A report prints the notices of those that it uses.'),
        text('NOTICE'),
      ],
    },
  ];
}
