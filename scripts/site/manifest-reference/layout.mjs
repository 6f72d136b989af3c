/**
 * The pages below that of the manifest, and the mappings that each has, by their ids. A mapping that the schema has and no page lists is
 * an error of the build. `called` is what links call a mapping, where that is not its title.
 */
export const layout = [
  {
    id: 'top',
    title: 'The top of the manifest',
    description: 'Keys of the manifest itself, of the model, and of the models that it was made from.',
    mappings: [
      { id: '', title: 'The manifest' },
      { id: 'model', title: 'The model' },
      { id: 'base_model', title: 'A base model' },
    ],
  },
  {
    id: 'phases',
    title: 'Phases',
    description: 'What was done, each with its records: time, energy, power, hardware and place.',
    mappings: [{ id: 'phases', title: 'A phase' }],
  },
  {
    id: 'hardware',
    title: 'Hardware',
    description: 'Machines: the device, its power, and the emissions of making it.',
    mappings: [
      { id: 'hardware', title: 'A machine' },
      { id: 'embodied', title: 'Making the hardware' },
    ],
  },
  {
    id: 'places',
    title: 'Places and grids',
    description: 'Where it ran: site, location, grid and facility.',
    mappings: [
      { id: 'sites', title: 'A site' },
      { id: 'location', title: 'A location' },
      { id: 'grid', title: 'The grid' },
    ],
  },
  {
    id: 'logs',
    title: 'Logs',
    description: 'Logs of trackers and schedulers that a phase reads, and what the columns of a table mean.',
    mappings: [
      { id: 'from', title: 'A selection of logs' },
      { id: 'from-columns', title: 'Columns of a table', called: '`columns`' },
      { id: 'column', title: 'A column' },
    ],
  },
  {
    id: 'quantities',
    title: 'Quantities',
    description: 'Numbers with a unit, an interval and a citation: what every quantity of the manifest may be.',
    mappings: [],
  },
  {
    id: 'outputs',
    title: 'Report and outputs',
    description: 'What is written, about whom, and what is calculated beside the footprint: use, alternatives, tasks for other formats.',
    mappings: [
      { id: 'report', title: 'The report', called: '`report`' },
      { id: 'output', title: 'What is written', called: '`output`' },
      { id: 'output-cyclonedx', title: 'CycloneDX', called: '`cyclonedx`' },
      { id: 'use', title: 'Use', called: '`use`' },
      { id: 'what_if', title: 'What if', called: '`what_if`' },
      { id: 'software', title: 'Software', called: '`software`' },
      { id: 'task', title: 'A task' },
      { id: 'dataset', title: 'A dataset' },
    ],
  },
  {
    id: 'audits',
    title: 'Audits',
    description: 'The severity of each audit, by its id.',
    mappings: [{ id: 'audits', title: 'Audits', called: '`audits`' }],
  },
];
