import { describe, expect, it } from 'vitest';
import { starter, unanswered } from '../../../src/init/draft.js';
import { questions } from '../../../src/init/questions.js';
import { parseManifest } from '../../../src/resolve/resolve.js';

const known = {
  device: (name: string) => name === '8 x A100 80GB',
  country: () => true,
  place: (text: string) => text === 'France',
  limit: () => undefined,
  zone: () => undefined,
  spelt: () => undefined,
};

describe('the question for the time', () => {
  const objection = (answer: string) =>
    questions(known)
      .find(({ id }) => id === 'time')
      ?.objection(answer);

  it('is asked again above five years', () => {
    expect([objection('200 hours'), objection('5 years'), objection('3 weeks')]).toEqual([undefined, undefined, undefined]);
    expect(objection('200200 hours')).toBe('Give at most 5 years by the clock; 200200 hours is 23 years.');
    expect(objection('200')).toBe('Give a number with h, days or weeks.');
  });
});

describe('a manifest without a log', () => {
  it('with every answer is complete, and resolves', () => {
    const { text, openQuestions } = starter({
      model: 'my-org/my-model',
      hardware: '8 x A100 80GB',
      time: '3 weeks',
      place: 'France',
      year: '2023',
    });
    const { manifest, phases } = parseManifest(text);
    expect(manifest.slug).toBe('my-model');
    expect(phases[0]?.facts).toMatchObject({ device: 'NVIDIA A100 SXM4 80GB', year: 2023, place: { label: 'France' } });
    expect(text.split('\n').filter((line) => line.endsWith('?'))).toEqual([]);
    expect(openQuestions).toBe(0);
  });

  it('without an answer has a question in each of its lines', () => {
    const { text, openQuestions } = starter({});
    const asked = text.split('\n').filter((line) => line.endsWith('?'));
    expect(openQuestions).toBe(asked.length);
    expect(asked).toEqual([
      expect.stringMatching(/^model: /),
      '# hardware: 8 x A100 80GB  # which devices, and how many?',
      '# duration: 3 weeks  # how long, in wall-clock time?',
      '# location: aws us-west-2  # where: a country, a state, a cloud region?',
      '# year: 2023  # when?',
    ]);
  });

  it('quotes what YAML would read otherwise', () => {
    const { text } = starter({ model: 'a: b # c', hardware: '8 x A100 80GB', time: '3 weeks', place: 'NO', year: '2023' });
    expect(parseManifest(text).manifest.model.name).toBe('a: b # c');
    expect(text).toContain('location: "NO"');
  });
});

describe('the five questions', () => {
  it('are those that nobody has answered', () => {
    expect(unanswered({ groups: [], overlaps: [], fromOf: () => undefined }, { model: 'M', place: 'France' }, known)).toEqual([
      'hardware',
      'time',
      'year',
    ]);
  });

  it.each([
    ['hardware', 'Z9000', /^Unknown device\./],
    ['time', 'long', /^Give a number with h, days or weeks\.$/],
    ['time', '3 months', /^Give a number/],
    ['place', 'Atlantis', /^Unknown place\./],
    ['year', '23', /^Give four digits/],
  ])('object to %s: %s', (id, answer, objection) => {
    expect(
      questions(known)
        .find((question) => question.id === id)
        ?.objection(answer),
    ).toMatch(objection);
  });

  it.each([
    ['model', 'anything'],
    ['hardware', '8 x A100 80GB'],
    ['time', '3 weeks'],
    ['place', 'France'],
    ['year', '2023'],
  ])('take %s: %s', (id, answer) => {
    expect(
      questions(known)
        .find((question) => question.id === id)
        ?.objection(answer),
    ).toBeUndefined();
  });
});
