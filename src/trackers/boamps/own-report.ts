import { isHubId } from '../../assessment/bom/package-url.js';
import { own } from '../texts/json-text.js';

/** Where models are that the Hub has. */
const hub = 'https://huggingface.co/';

/** What a report of carboncard says of its task in words: `BLOOM: Training (104B), share 0.25`. */
export interface Described {
  /** Name of the phase. */
  readonly name: string | undefined;
  /** Share of the phase that counts for the model. */
  readonly share: number | undefined;
}

/** Name and share of the phase, from the description of the task. */
export function describedIn(report: unknown): Described {
  const [description, model] = [own(own(report, 'task'), 'taskDescription'), modelNameIn(report)];
  if (typeof description !== 'string' || model === undefined || !description.startsWith(`${model}: `))
    return { name: undefined, share: undefined };
  const [, name, share] = /^[A-Z][a-z -]*(?: \((.*)\))?(?:, share (0\.\d+))?$/s.exec(description.slice(model.length + 2)) ?? [];
  return { name, share: share === undefined ? undefined : Number(share) };
}

/** The model, which such a report names as its algorithm, in whatever script. */
export function modelNameIn(report: unknown): string | undefined {
  const name = own(algorithmIn(report), 'algorithmName');
  return typeof name === 'string' && /^[^\p{Cc}]{1,200}$/u.test(name) ? name : undefined;
}

export function algorithmIn(report: unknown): unknown {
  const algorithms = own(own(report, 'task'), 'algorithms');
  return Array.isArray(algorithms) ? (algorithms[0] as unknown) : undefined;
}

/** The base model: its id on the Hub by its address, else by its name. */
export function baseModelIn(report: unknown): { readonly id?: string | undefined; readonly name: string } | undefined {
  const [name, uri] = ['foundationModelName', 'foundationModelUri'].map((key) => own(algorithmIn(report), key));
  if (typeof name !== 'string' || name === '') return undefined;
  const address = typeof uri === 'string' && uri.startsWith(hub) ? uri.slice(hub.length) : undefined;
  const id = [address, name].find((one) => one !== undefined && isHubId(one));
  return { id, name };
}
