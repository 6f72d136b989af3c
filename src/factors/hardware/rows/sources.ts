import { edition } from '../../edition.js';
import type { FactorSource } from '../../factor.js';

/** Sources that more than one table of devices cites. */

export const nvidiaSheet = (id: string, product: string, year: number, url: string): FactorSource => ({
  id: `nvidia-${id}-datasheet`,
  title: `NVIDIA ${product}, data sheet`,
  url: `https://www.nvidia.com/en-us/${url}`,
  year,
  licence: '© NVIDIA; figure quoted',
});

/** Collects what makers and analysts have published on each product, and names which where it matters. */
export const epoch: FactorSource = {
  id: 'epoch-ml-hardware',
  title: 'Epoch AI: Data on machine learning hardware',
  url: 'https://epoch.ai/data/machine-learning-hardware',
  year: 2026,
  licence: 'CC BY 4.0',
};

/** Power limits and idle powers that NVIDIA's driver reports, in logs that people published: for products without a public data sheet. */
export const nvidiaSmi: FactorSource = {
  id: 'nvidia-smi-published-logs',
  title: 'Power limits and idle power as nvidia-smi prints them, in public logs read in 2026',
  url: 'https://docs.nvidia.com/deploy/nvidia-smi/',
  year: 2026,
  licence: 'facts, quoted',
};

/** A figure that a page other than the maker's states: the maker's own page is gone, or was not read. */
export const reported = (id: string, title: string, year: number, url: string): FactorSource => ({
  id: `reported-${id}`,
  title,
  url,
  year,
  licence: '© the publisher; figure quoted',
});

export const greenAlgorithms: FactorSource = {
  id: 'green-algorithms-3',
  title: 'Green Algorithms 3.0, tables of GPUs and processors, commit 30df2fe',
  url: 'https://github.com/GreenAlgorithms/green-algorithms-tool',
  year: 2025,
  licence: 'CC BY 4.0',
};

/** For power that is not published: the note says how it was estimated. */
export const ownPowerEstimate: FactorSource = {
  id: 'carboncard-power-estimate',
  title: `carboncard, estimates of power, edition ${edition}`,
  year: Number(edition.slice(0, 4)),
  licence: 'Apache-2.0',
};

export const huggingFace: FactorSource = {
  id: 'huggingface-tasks',
  title: 'huggingface.js, @huggingface/tasks 0.21.54: SKUS',
  url: 'https://github.com/huggingface/huggingface.js/tree/main/packages/tasks',
  year: 2026,
  licence: 'MIT',
};
