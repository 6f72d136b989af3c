import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment, ComponentId, PhaseFacts } from '../../../src/assessment/assessment.js';
import { componentPhrases } from '../../../src/assessment/component-names.js';
import { componentIds } from '../../../src/assessment/ids.js';
import { grid, made } from '../made.js';
import { rendered } from './rendered.js';

const boundaries = ['accelerator', 'components', 'node', 'facility'] as const;

/** A phase whose meter, PUE and system boundary are any. */
const phaseOf = (head: string) =>
  fc
    .record({
      energy: fc.integer({ min: 1, max: 120 }),
      boundary: fc.constantFrom(...boundaries),
      pue: fc.option(fc.integer({ min: 100, max: 190 }), { nil: undefined }),
      counted: fc.option(fc.subarray([...componentIds], { minLength: 1 }), { nil: undefined }),
    })
    .map(({ energy, boundary, pue, counted }) => {
      const own = counted?.includes('dynamic') === false ? [...counted, 'dynamic'] : counted;
      const site = `site: { ${grid}${pue === undefined || boundary === 'facility' ? '' : `, pue: ${pue / 100}`} }`;
      const system = own === undefined ? '' : `, system_boundary: [${own.join(', ')}]`;
      return `{ ${head}, ${site}, hardware: 8 x A100 80GB, duration: 40 h, energy: { value: ${energy} kWh, boundary: ${boundary} }${system} }`;
    });

const manifests = fc.tuple(
  fc.option(phaseOf('phase: experiments'), { nil: undefined }),
  phaseOf('phase: training, name: Oregon'),
  fc.option(phaseOf('phase: training, name: Paris'), { nil: undefined }),
  fc.option(phaseOf('phase: finetuning'), { nil: undefined }),
  fc.option(phaseOf('phase: deployment, requests: 1e6'), { nil: undefined }),
);

const assessmentOf = (phases: readonly (string | undefined)[]): Assessment => made(...phases.filter((phase) => phase !== undefined));

/** What the assessment itself says of a component of a phase, read from its lines and states alone. */
function hasLine({ lines }: Assessment, facts: PhaseFacts, component: ComponentId): boolean {
  return lines.some((line) => isOf(line, facts) && line.component === component);
}

function isInside({ lines, states }: Assessment, facts: PhaseFacts, component: ComponentId): boolean {
  return states.some(
    (state) => isOf(state, facts) && state.component === component && state.state === 'included' && lines.some(({ id }) => id === state.in),
  );
}

function isOf(one: { readonly phase: string; readonly name?: string | undefined }, { phase, name }: PhaseFacts): boolean {
  return one.phase === phase && one.name === name;
}

const phrases = componentIds.map((id) => [id, componentPhrases[id]] as const);
const anyPhrase = phrases.map(([, phrase]) => phrase).join('|');
/** `computing (in training (Paris), including idle machines; training (Paris) only)`: a component, what is inside it, and its phases. */
const claim = new RegExp(String.raw`(${anyPhrase})(?: \(((?:[^()]|\([^()]*\))*)\))?`, 'g');

interface Claim {
  readonly component: ComponentId;
  readonly phases: readonly PhaseFacts[];
  /** Inside the lines of another. */
  readonly isInside: boolean;
}

/** `; idle machines, and cooling and losses are counted in training only`: where several components are of the same phases. */
const limits = new RegExp(`; ((?:${anyPhrase})[^;:]*) are counted in ([^;]*) only`, 'g');

/** Everything that a sentence names: each component with each phase that it says to have it. */
function claimsIn(whole: string, phases: readonly PhaseFacts[]): readonly Claim[] {
  const clauses = [...whole.matchAll(limits)].map(([, what = '', where = '']) => ({ what, where }));
  const within = (where: string | undefined, all: readonly PhaseFacts[]): readonly PhaseFacts[] =>
    where === undefined ? all : all.filter(({ title }) => listedIn(where, title));
  return [...whole.replace(limits, '').matchAll(claim)].flatMap(([, phrase = '', more = '']) => {
    const [component] = phrases.find(([, one]) => one === phrase) ?? [];
    if (component === undefined) return [];
    const texts = more === '' ? [] : more.split('; ');
    const only = texts.flatMap((text) => /^(.*) only$/.exec(text)?.[1] ?? []);
    const own = within(only[0] ?? clauses.find(({ what }) => what.includes(phrase))?.where, phases);
    const inside = texts.flatMap((text): readonly Claim[] => {
      const [, where, what = ''] = /^(?:in (.*), )?including (.*)$/.exec(text) ?? [];
      return phrases.flatMap(([id, one]) => (what.includes(one) ? [{ component: id, phases: within(where, own), isInside: true }] : []));
    });
    return [{ component, phases: own, isInside: false }, ...inside];
  });
}

function listedIn(words: string, title: string): boolean {
  return words.split(/, | and /).includes(title.charAt(0).toLowerCase() + title.slice(1));
}

describe('the first sentences of any section', () => {
  it('name a component only where every phase that they name counts it', () => {
    let partial = 0;
    fc.assert(
      fc.property(manifests, (sources) => {
        const assessment = assessmentOf(sources);
        const [first = '', ...others] = rendered('summary', assessment).split('\n');
        const use = others.find((line) => line.startsWith('Each request')) ?? '';
        const isUse = ({ phase }: PhaseFacts): boolean => phase === 'deployment';
        const development = claimsIn(
          first,
          assessment.phases.filter((facts) => !isUse(facts)),
        );
        const all = [...development, ...claimsIn(use, assessment.phases.filter(isUse))];
        expect(development.length).toBeGreaterThan(0);
        for (const { component, phases, isInside: isIn } of all) {
          expect(phases.length, `${component} in: ${first}`).toBeGreaterThan(0);
          for (const phase of phases)
            expect(
              isIn ? isInside(assessment, phase, component) : hasLine(assessment, phase, component),
              `${component} of ${phase.title} in: ${first} ${use}`,
            ).toBe(true);
        }
        if (/ only[).;]|\(in /.test(first)) partial += 1;
        // Nothing is left out either: what a line has is named.
        for (const { component, phase, emissions } of assessment.lines)
          if (phase !== 'deployment' && emissions.value > 0) expect(development.some((one) => one.component === component)).toBe(true);
      }),
      { numRuns: 120 },
    );
    // The property is about something.
    expect(partial).toBeGreaterThan(10);
  });

  it('do not name what the list below says is not counted', () => {
    fc.assert(
      fc.property(manifests, (sources) => {
        const assessment = assessmentOf(sources);
        const [first = ''] = rendered('summary', assessment).split('\n');
        const development = assessment.phases.filter(({ phase }) => phase !== 'deployment');
        for (const { component, phases } of claimsIn(first, development))
          for (const { phase, name } of phases)
            expect(
              assessment.states.some(
                (one) => one.state === 'not-counted' && one.component === component && one.phase === phase && one.name === name,
              ),
            ).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('say in which phases a part is inside another, whose amount has it', () => {
    const a = made(
      `{ phase: experiments, site: { ${grid}, pue: 1.2 }, energy: { value: 100 kWh, boundary: node }, system_boundary: [dynamic, host, overhead] }`,
      `{ phase: training, site: { ${grid} }, energy: { value: 900 kWh, boundary: facility }, system_boundary: [dynamic, host, overhead] }`,
    );
    expect(rendered('summary', a)).toMatch(
      /from computing \([^)]*in training, including cooling and losses|in training, including [^)]*cooling and losses/,
    );
    expect(rendered('summary', a)).toContain('from cooling and losses (experiments only)');
  });

  it('name a published total as such, and not computing', () => {
    const a = made(
      '{ phase: training, emissions: { value: 8930 t, boundary: facility, cite: "card" } }',
      `{ phase: finetuning, site: { ${grid}, pue: 1.2 }, energy: { value: 10 kWh, boundary: node }, system_boundary: [dynamic, overhead] }`,
    );
    expect(rendered('summary', a)).toContain(': almost all of it from the published total (including the rest of the servers');
    expect(rendered('summary', a)).toContain('location-based, training as published)');
  });

  it('say once where several components are of the same phases', () => {
    const phase = (head: string, system: string): string =>
      `{ ${head}, site: { ${grid} }, energy: { value: 100 kWh, boundary: node }, hardware: 8 x A100 80GB, duration: 40 h, system_boundary: [${system}] }`;
    const a = made(phase('phase: experiments', 'dynamic'), phase('phase: training', 'embodied, dynamic, overhead'));
    expect(rendered('summary', a)).toMatch(/; .*making the hardware.* are counted in training only\.\n/);
    expect(rendered('summary', a)).not.toContain('(training only)');
  });

  it('say where a component is, where a phase lacks it', () => {
    const metered = (head: string, more: string): string =>
      `{ ${head}, site: { ${grid} }, energy: { value: 100 kWh, boundary: node }, hardware: 8 x A100 80GB, duration: 40 h, ${more} }`;
    const a = made(
      metered('phase: experiments', 'system_boundary: [embodied, dynamic]'),
      metered('phase: training', 'system_boundary: [dynamic, overhead]'),
    );
    expect(rendered('summary', a)).toMatch(/from making the hardware \(experiments only\)/);
    expect(rendered('summary', a)).toMatch(/from cooling and losses \(training only\)/);
    expect(rendered('gaps', a)).toContain('in training: making the hardware');
  });
});
