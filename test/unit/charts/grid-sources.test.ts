import { expect, it } from 'vitest';
import type { Assessment, Source } from '../../../src/assessment/assessment.js';
import { gridSources } from '../../../src/charts/grid-sources.js';
import { assessmentOf, bloom } from './assessments.js';

/** An assessment with a phase for each grid. */
function withGrids(...grids: readonly (readonly [source: Omit<Source, 'id'>, year?: number])[]): Assessment {
  const made = assessmentOf(
    'M',
    grids.map(([, year], n) => ({
      phase: 'training' as const,
      name: `${n}`,
      title: `Training (${n})`,
      kilograms: { dynamic: 1 },
      grid: { place: 'X', intensity: 57, year: year ?? 2024 },
    })),
  );
  return {
    ...made,
    phases: made.phases.map((phase, n) => ({ ...phase, ...(phase.grid && { grid: { ...phase.grid, source: `s${n}` } }) })),
    sources: grids.map(([source], n) => ({ id: `s${n}`, ...source })),
  };
}

const textOf = (assessment: Assessment): string => gridSources(assessment, assessment.phases).join('\n');
const ember = { title: 'Ember: Yearly Electricity Data, newest average by country', licence: 'CC BY 4.0' };
const maps = { title: 'Electricity Maps: yearly averages by zone, 2021–2025', licence: 'ODbL' };

it.each([
  [
    'each publisher once, with its licence and the years',
    [
      [ember, 2024],
      [maps, 2025],
      [ember, 2024],
    ] as const,
    'Grid: Ember (CC BY 4.0) and Electricity Maps (ODbL), 2024–25.',
  ],
  [
    'a paper once, whatever the tables and sections',
    [
      [{ title: 'BLOOM paper (JMLR 24(253), 2023), Table 1' }, 2022],
      [{ title: "BLOOM paper (JMLR 24(253), 2023), section 4.3: Google's figure for 2021" }, 2021],
    ] as const,
    'Grid: BLOOM paper (JMLR 24(253), 2023), 2021–22.',
  ],
  [
    'a citation as it is',
    [
      [{ title: 'Estimating: a study' }, 1999],
      [{ title: 'B' }, 2001],
    ] as const,
    'Grid: Estimating: a study and B, 1999–2001.',
  ],
  [
    'of a licence with its notice the name',
    [[{ ...maps, licence: 'ODbL 1.0: contains information from Electricity Maps' }, 2025]] as const,
    'Grid: Electricity Maps (ODbL 1.0), 2025.',
  ],
  ['a licence that is a sentence not', [[{ ...ember, licence: 'Free for research, not for sale' }, 2024]] as const, 'Grid: Ember, 2024.'],
])('%s', (_, grids, text) => {
  expect(textOf(withGrids(...grids))).toBe(text);
});

it('counts more works than a line holds, and cuts none', () => {
  const grids = Array.from({ length: 7 }, (_, n) => [{ title: `Paper ${n}` }, 2020 + n] as const);
  expect(textOf(withGrids(...grids))).toBe('Grid: Paper 0, Paper 1, Paper 2 and 4 other sources, 2020–26.');
});

it('says nothing where no phase has a grid', () => {
  expect(gridSources(bloom, [])).toEqual([]);
});
