import type { PhaseKind } from '../assessment/ids.js';
import type { LoggedPhase } from '../manifest/logged.js';
import type { TrackerId } from '../trackers/ids.js';
import type { NamedModel, RunRecord } from '../trackers/record.js';
import type { Answers } from './questions.js';
import { comment, type DraftLine, decimal, question, scalar } from './yaml-text.js';

/** Answers of a card that a draft shows; a card has some five. */
const maxWords = 40;

/** The answers of a model card in its own words, each a comment, and a question where it was not understood. What comes again is there once. */
export function wordLines({ words = [] }: RunRecord): readonly DraftLine[] {
  const each = [...new Map(words.map((answer) => [`${answer.text} ${answer.asked ?? ''}`, answer])).values()];
  const lines = each.slice(0, maxWords).map(({ text, asked }) => {
    // A question mark at the end would make a question of it.
    const line = `    # ${JSON.stringify(comment(text))}`;
    return asked === undefined ? line : question(line, asked);
  });
  const more = each.length - lines.length;
  return more > 0 ? [...lines, `    # (${more} more answers of the card)`] : lines;
}

/** Formats that state totals which are published elsewhere. */
const withTotals: readonly TrackerId[] = ['model-card', 'cyclonedx'];

/**
 * The total that a card states, as a published total, where it lacks what a calculation needs: an energy, or hardware and hours; and a place.
 * Nothing where it can be calculated, or where the card states none.
 */
export function publishedLines(run: RunRecord, fields: LoggedPhase, answers: Answers): readonly DraftLine[] | undefined {
  const { energy, reported, cite, duration, accelerator_hours: acceleratorHours, location } = fields;
  const hasHours = (duration ?? acceleratorHours) !== undefined || answers.time !== undefined;
  const hasWork = energy !== undefined || (hasHours && (fields.hardware ?? answers.hardware) !== undefined);
  const hasPlace = (answers.place ?? location) !== undefined || run.intensity !== undefined;
  if (!withTotals.includes(run.tracker) || reported === undefined || (hasWork && hasPlace)) return undefined;
  const boundary = energy === undefined && run.boundary !== 'processors' ? run.boundary : undefined;
  return [
    '    # The published total, as it is. To calculate the emissions, give energy (or hardware and hours) and a place, and make this `reported:`.',
    `    emissions: { value: ${decimal(reported)} kgCO2e, ${boundary === undefined ? '' : `boundary: ${boundary}, `}cite: ${JSON.stringify(cite)} }`,
    ...(boundary === undefined
      ? [
          question(
            '    # boundary: facility',
            'in `emissions`: does it include the accelerator alone, components, the node or the facility',
          ),
        ]
      : []),
    ...(energy === undefined
      ? []
      : [question(`    # energy: { value: ${decimal(energy.value)} kWh }`, 'in place of `emissions`, where the place is known')]),
  ];
}

/** What an ambiguous place can mean, with the first of it as the answer. */
export function placeQuestion(run: RunRecord | undefined): DraftLine | undefined {
  const { candidates = [], region = '' } = run?.place ?? {};
  const [first, ...others] = candidates;
  if (first === undefined) return undefined;
  const offered = [first, ...others].slice(0, -1).join(', ');
  const text = others.length === 0 ? first : `${offered} or ${others.at(-1)}`;
  return question(`    # location: ${first}`, `the card says ${JSON.stringify(comment(region))}: ${text}`);
}

/** A card that names a base model is of a fine-tune, as far as it says. */
export function baseModelKind(model: NamedModel | undefined): PhaseKind | undefined {
  return model === undefined || model.bases.length === 0 ? undefined : 'finetuning';
}

/** Lines of the model, where cards name it. */
export interface CardModel {
  /** The name that they all give, as a question. */
  readonly named?: DraftLine | undefined;
  /** The models that it was made from, each a question. */
  readonly bases: readonly DraftLine[];
}

export function cardModel(models: readonly NamedModel[]): CardModel {
  const [first, ...others] = models.flatMap(({ name, ...rest }) => (name === undefined ? [] : [{ name, ...rest }]));
  const isOne = first !== undefined && others.every(({ name }) => name === first.name);
  const bases = [...new Set(models.flatMap((model) => model.bases))];
  return {
    named: isOne ? modelLine(first) : undefined,
    bases: bases.map((id) => question(`# base_model: ${scalar(id)}`, 'the card names it: is the model made from it')),
  };
}

/** The name of the model as the log states it; a name that was guessed from a text is a question. */
function modelLine({ name, id, from, isStated }: NamedModel & { readonly name: string }): DraftLine {
  if (isStated !== true) return question(`model: ${scalar(name)}`, `${from ?? 'from the card'}: is it the name of the model`);
  return id === undefined ? `model: ${scalar(name)}` : `model: { id: ${id}, name: ${JSON.stringify(name)} }`;
}
