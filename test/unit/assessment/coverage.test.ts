import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakEvenOf } from '../../../src/assess/totals/break-even.js';
import type { Assessment, ComponentId, PhaseFacts, State } from '../../../src/assessment/assessment.js';
import { componentPhrases } from '../../../src/assessment/component-names.js';
import { countedText, coverageOf, everywhere, phasesOf, titlesText } from '../../../src/assessment/coverage.js';
import { componentIds } from '../../../src/assessment/ids.js';
import { chartsOf } from '../../../src/charts/index.js';
import { sentence } from '../../../src/charts/plain-text.js';
import { co2Facts } from '../../../src/sections/words/co2-emissions.js';
import { partsOf, placed, series } from '../../../src/sections/words/parts.js';
import { plain } from '../../../src/units/format.js';
import { assessmentOf, type PhaseCase } from '../charts/assessments.js';

const kg = (...ids: readonly ComponentId[]) => Object.fromEntries(ids.map((id, n) => [id, n + 1]));
const training: PhaseCase = { phase: 'training', title: 'Training', kilograms: kg('embodied', 'dynamic') };
const experiments: PhaseCase = { phase: 'experiments', title: 'Experiments', kilograms: kg('embodied', 'dynamic', 'overhead') };
const finetuning: PhaseCase = { phase: 'finetuning', title: 'Fine-tuning', kilograms: kg('embodied', 'dynamic', 'overhead') };

const counted = (cases: readonly PhaseCase[], states: readonly State[] = []): string => {
  const assessment = { ...assessmentOf('M', cases), states };
  return countedText(assessment, phasesOf(assessment, 'development'));
};

describe('what is counted', () => {
  it('is one list where every phase has the same', () => {
    expect(counted([training])).toBe('embodied and dynamic emissions of training');
    expect(counted([experiments, finetuning])).toBe('embodied, dynamic and overhead emissions of experiments and fine-tuning');
  });

  it('says of which phases a component is, where one lacks it', () => {
    expect(counted([experiments, training, finetuning])).toBe(
      'embodied and dynamic emissions of experiments, training and fine-tuning; overhead of experiments and fine-tuning only',
    );
  });

  it('names no component for all where no phase has what another has', () => {
    expect(
      counted([
        { ...training, kilograms: kg('dynamic') },
        { ...finetuning, kilograms: kg('embodied') },
      ]),
    ).toBe('embodied emissions of fine-tuning only; dynamic of training only');
  });

  it('counts phases where they are many', () => {
    const many = (n: number): PhaseCase => ({
      phase: 'experiments',
      name: `run ${n}`,
      title: `Experiments (run ${n})`,
      kilograms: n < 6 ? kg('dynamic', 'overhead') : kg('dynamic'),
    });
    expect(counted(Array.from({ length: 20 }, (_, n) => many(n)))).toBe(
      'dynamic emissions of all 20 phases; overhead of 6 of 20 phases only',
    );
  });

  it('has what is included in a line, and not what no data centre is around', () => {
    const place = { phase: 'training' } as const;
    expect(
      counted(
        [{ ...training, kilograms: kg('dynamic') }],
        [
          { ...place, component: 'host', state: 'included', in: 'training.dynamic', reason: 'metered' },
          { ...place, component: 'overhead', state: 'not-applicable', reason: 'no data centre' },
        ],
      ),
    ).toBe('dynamic and host emissions of training');
  });
});

const phaseCase = (phase: PhaseCase['phase'], n: number) =>
  fc.record({
    phase: fc.constant(phase),
    name: fc.constant(`p${n}`),
    title: fc.constant(`P${n}`),
    kilograms: fc
      .uniqueArray(fc.constantFrom(...componentIds), { minLength: 1 })
      .chain((ids) =>
        fc
          .tuple(...ids.map((id) => fc.tuple(fc.constant(id), fc.integer({ min: 1, max: 1000 }))))
          .map((pairs) => Object.fromEntries(pairs)),
      ),
    requests: fc.constant(phase === 'deployment' ? 100 : undefined),
  });

/** Up to six phases, some of deployment, with lines and states at random. */
const assessments: fc.Arbitrary<Assessment> = fc
  .array(fc.constantFrom('experiments' as const, 'training' as const, 'deployment' as const), { minLength: 1, maxLength: 6 })
  .chain((kinds) =>
    fc.tuple(
      ...kinds.map((kind, n) => phaseCase(kind, n)),
      fc.infiniteStream(fc.boolean()).map((s) => [...s.take(40)]),
    ),
  )
  .map((parts) => {
    const bits = parts.at(-1) as boolean[];
    const cases = parts.slice(0, -1) as PhaseCase[];
    const bare = assessmentOf('M', cases);
    const states = cases.flatMap(({ phase, name, kilograms }, n) =>
      componentIds.map((component, k): State => {
        const place = { phase, name, component };
        if (kilograms[component] !== undefined) return { ...place, state: 'counted' };
        const holder = componentIds.find((id) => id !== 'embodied' && kilograms[id] !== undefined);
        const isIncluded = component !== 'embodied' && holder !== undefined && bits[(n * 5 + k) % 40] === true;
        if (isIncluded) return { ...place, state: 'included', in: `${phase}.${name}.${holder}`, reason: 'metered' };
        return { ...place, state: 'not-counted', reason: 'no record given' };
      }),
    );
    const whole = { ...bare, states };
    return { ...whole, breakEven: breakEvenOf(whole, { sum: () => undefined, ratio: () => undefined }) };
  });

const has = (assessment: Assessment, { phase, name }: Pick<PhaseFacts, 'phase' | 'name'>, component: ComponentId): boolean =>
  assessment.states.some(
    (one) => one.phase === phase && one.name === name && one.component === component && /^(?:counted|included)$/.test(one.state),
  );

/** The components and phases that a sentence on what is counted names. */
function claimsOf(
  text: string,
): readonly { readonly components: readonly string[]; readonly titles: readonly string[] | 'some' | 'all' }[] {
  return text.split('; ').map((clause) => {
    const [, components = '', titles = ''] = /^(.*?)(?: emissions)? of (.*?)(?: only)?$/.exec(clause) ?? [];
    const words = (list: string) => list.split(/, | and /);
    const some = /^\d+ of \d+ phases$/.test(titles);
    return { components: words(components), titles: some ? 'some' : /^all \d+ phases$/.test(titles) ? 'all' : words(titles) };
  });
}

describe('no sentence names a component for a phase that does not have it', () => {
  it.each(['development', 'deployment'] as const)('of %s', (side) => {
    fc.assert(
      fc.property(assessments, (assessment) => {
        const phases = phasesOf(assessment, side);
        fc.pre(phases.length > 0);
        for (const { components, titles } of claimsOf(countedText(assessment, phases))) {
          const meant =
            titles === 'all' ? phases : titles === 'some' ? [] : phases.filter(({ title }) => titles.includes(title.toLowerCase()));
          for (const phase of meant)
            for (const component of components) expect(has(assessment, phase, component as ComponentId)).toBe(true);
        }
      }),
    );
  });

  it('in the front matter', () => {
    fc.assert(
      fc.property(assessments, (assessment) => {
        const phases = phasesOf(assessment, 'development');
        fc.pre(phases.length > 0);
        const parts = series(partsOf(assessment, phases).map(placed));
        expect(co2Facts(assessment)?.source).toContain(plain(`emissions of ${titlesText(phases, phases)} from ${parts}`));
      }),
      { numRuns: 30 },
    );
  });

  it('in the title of the breakdown', () => {
    fc.assert(
      fc.property(assessments, (assessment) => {
        const side = assessment.totals.development === undefined ? 'deployment' : 'development';
        const phases = phasesOf(assessment, side);
        const [chart] = chartsOf(assessment);
        const title = chart?.title ?? '';
        const all = everywhere(assessment, phases);
        for (const component of componentIds) {
          const isNamed = [componentPhrases[component], sentence(componentPhrases[component])].some((phrase) => title.includes(phrase));
          if (isNamed && !title.includes('only')) expect(all, title).toContain(component);
        }
        if (/cooling/i.test(title) && !title.includes('only')) expect(all, title).toContain('overhead');
      }),
    );
  });

  it('in the break-even, where every phase of both sides has it', () => {
    fc.assert(
      fc.property(assessments, (assessment) => {
        for (const component of assessment.breakEven?.components ?? [])
          for (const phase of assessment.phases) expect(has(assessment, phase, component)).toBe(true);
        // What is inside a line is compared with that line.
        for (const { component, in: holder } of assessment.states)
          if (holder !== undefined && assessment.breakEven?.components.includes(component) === true)
            expect(assessment.breakEven.components).toContain(assessment.lines.find(({ id }) => id === holder)?.component);
      }),
    );
  });
});

it('a component that is nowhere has no phases', () => {
  const assessment = assessmentOf('M', [training]);
  expect(coverageOf(assessment, assessment.phases).map(({ component }) => component)).toEqual(['embodied', 'dynamic']);
});
