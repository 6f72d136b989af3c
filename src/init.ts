/** Beginning a manifest: an entry of its own, so that it loads nothing that draws or prints. */
export { type InitiatedManifest, type InitOptions, initManifest } from './pipeline/init-manifest.js';
export type { Answers, Ask, Question } from './trackers/phases/questions.js';
