import type { ModelFacts } from '../assessment.js';

/**
 * The package URL of a model on the Hub (type `huggingface`); nothing where the id is none of the Hub.
 *
 * @example packageUrl({ id: 'bigscience/bloom' }) //=> 'pkg:huggingface/bigscience/bloom'
 */
export function packageUrl({ id, version }: Pick<ModelFacts, 'id' | 'version'>): string | undefined {
  if (id === undefined || !isHubId(id)) return undefined;
  return `pkg:huggingface/${id}${version === undefined ? '' : `@${encodeURIComponent(version)}`}`;
}

/** Whether an id is one of the Hub: an owner and a name. */
export function isHubId(id: string): boolean {
  return /^[\w.-]+\/[\w.-]+$/.test(id);
}

/** The address where a model is published, if it is one: a person may write any text. */
export function addressOf({ url }: Pick<ModelFacts, 'url'>): string | undefined {
  return url !== undefined && /^https?:\/\/[^\s<>"{}|\\^`[\]]+$/.test(url) && URL.canParse(url) ? url : undefined;
}
