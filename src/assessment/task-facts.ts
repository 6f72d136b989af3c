import type { confidentialities, dataTypes, dataUsages, infrastructures } from './ids.js';

/** Data that a task takes or makes. */
export interface DatasetFacts {
  /** What the data is. */
  readonly type: (typeof dataTypes)[number];
  /** Whether the model takes the data or makes it. */
  readonly usage: (typeof dataUsages)[number];
  /** Number of items: tokens, images, rows. */
  readonly items?: number | undefined;
  /** Where the dataset is published. */
  readonly url?: string | undefined;
}

/** What was computed, in the words of the manifest. */
export interface TaskFacts {
  /** Family of the task: `text generation`. */
  readonly family?: string | undefined;
  /** Type of the algorithm: `llm`. */
  readonly algorithm?: string | undefined;
  /** The data; absent where the manifest names none. */
  readonly datasets?: readonly DatasetFacts[] | undefined;
  /** Type of the infrastructure, where the manifest states it. */
  readonly infrastructure?: (typeof infrastructures)[number] | undefined;
}

/** Software of the runs. */
export interface SoftwareFacts {
  /** Name of the operating system. */
  readonly os?: string | undefined;
  /** Programming language of the task. */
  readonly language?: string | undefined;
  /** Software framework of the model. */
  readonly framework?: string | undefined;
}

/** Who publishes the report, and for whom. */
export interface PublicationFacts {
  /** Organisation that publishes the report. */
  readonly publisher?: string | undefined;
  /** Who may read the report. */
  readonly confidentiality?: (typeof confidentialities)[number] | undefined;
  /** Licence of the report. */
  readonly licence?: string | undefined;
}
