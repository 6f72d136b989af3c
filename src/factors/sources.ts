import { edition } from './edition.js';
import type { FactorSource } from './factor.js';

/** Sources that more than one table cites. */

export const bloom: FactorSource = {
  id: 'luccioni-2023-bloom',
  title:
    'A. S. Luccioni, S. Viguier, A.-L. Ligozat: Estimating the Carbon Footprint of BLOOM, a 176B Parameter Language Model. JMLR 24(253)',
  url: 'https://jmlr.org/papers/v24/23-0069.html',
  year: 2023,
  licence: 'CC BY 4.0',
};

export const patterson: FactorSource = {
  id: 'patterson-2021',
  title: 'D. Patterson et al.: Carbon Emissions and Large Neural Network Training, Table 3. arXiv 2104.10350',
  url: 'https://arxiv.org/abs/2104.10350',
  year: 2021,
  licence: '© the authors; figure quoted',
};

export const ecologits: FactorSource = {
  id: 'ecologits',
  title: 'EcoLogits 0.9 (GenAI Impact)',
  url: 'https://github.com/genai-impact/ecologits',
  year: 2025,
  licence: 'MPL-2.0',
};

/** For defaults: a judgement, not a measurement. The note of each says what it rests on. */
export const ownAssumption: FactorSource = {
  id: 'carboncard-assumption',
  title: `carboncard, default assumptions, edition ${edition}`,
  year: Number(edition.slice(0, 4)),
  licence: 'Apache-2.0',
};

export const googleRegionCarbon: FactorSource = {
  id: 'google-region-carbon-info',
  title: 'Google: Carbon data by Google Cloud region (region-carbon-info, commit 49f3f26)',
  url: 'https://github.com/GoogleCloudPlatform/region-carbon-info',
  year: 2025,
  licence: 'Apache-2.0',
};
