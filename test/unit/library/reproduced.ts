import type { LibraryId } from '../../../src/library/library.js';

/** How near a manifest is to what its publication prints, for each figure of `listLibrary`, in the same order. */
export interface Reproduced {
  /** The calculated figure, in the unit of the published one. */
  readonly calculated: number;
  /** Largest difference, as a share of the published figure. */
  readonly within: number;
  /** Why they may differ by that much. */
  readonly why: string;
  /** `market` where the publication prints the market-based figure. */
  readonly by?: 'market';
}

const declared = { within: 0, why: 'A declared total: nothing is calculated.' };
const hours = 'The printed hours have two or three digits';
const twoDigits = (within: number): Pick<Reproduced, 'within' | 'why'> => ({
  within,
  why: `The published figure has two digits: half of its last one is ${Number((within * 100).toPrecision(2))} %.`,
});

export const reproduced: { readonly [Id in LibraryId]: readonly Reproduced[] } = {
  'bert-base': [{ calculated: 1437.5, within: 0.0006, why: 'The hours are printed to 0.1 h of 79.2 h.' }],
  'nas-estimate': [{ calculated: 626155.3, within: 0.000001, why: 'The same product; printed to a pound.' }],
  'transformer-big': [{ calculated: 0.13568, within: 0.0004, why: 'The published figure has four digits.' }],
  'evolved-transformer-nas': [{ calculated: 3.219, ...twoDigits(0.016) }],
  't5-11b': [{ calculated: 46.5, within: 0.005, why: 'The PUE of 1.12 is printed to 0.45 % of itself, the power of 310 W to 0.16 %.' }],
  'meena': [{ calculated: 96.38, within: 0.0006, why: 'The published figure has three digits.' }],
  'gshard-600b': [{ calculated: 4.807, ...twoDigits(0.0104) }],
  'switch': [{ calculated: 72.07, within: 0.002, why: 'The power of 245 W is printed to 0.2 % of itself, the PUE of 1.10 to 0.45 %.' }],
  'gpt-3': [{ calculated: 553.1, within: 0.0034, why: 'The 14.8 days are printed to 0.34 % of themselves.' }],
  'gopher': [{ calculated: 380.1, within: 0.0014, why: 'The published figure has three digits.' }],
  'palm-540b': [{ calculated: 271.43, within: 0.0007, why: 'The intensity is calculated back from the total, to 0.1 g/kWh of 79.' }],
  'opt-175b': [{ calculated: 74.8, ...twoDigits(0.0067) }],
  'stable-diffusion-v1': [{ calculated: 11250, within: 1e-9, why: 'The intensity is calculated back from the total.' }],
  'bloom': [
    { calculated: 50.532, within: 0.001, why: 'The published figure has three digits, and is a sum of rounded figures.' },
    {
      calculated: 360.1,
      within: 0.06,
      why: 'The paper prints about 19 kg a day, rounded down, for 18 days; 914 kWh × 394 g/kWh is 20 kg a day.',
    },
  ],
  'llama-7b': [{ calculated: 13.96, ...twoDigits(0.036) }],
  'llama-13b': [{ calculated: 22.9, ...twoDigits(0.022) }],
  'llama-33b': [{ calculated: 89.86, ...twoDigits(0.0056) }],
  'llama-65b': [{ calculated: 173.19, within: 0.0029, why: 'The published figure has three digits.' }],
  'llama-2-7b': [{ calculated: 31.224, within: 0.0002, why: 'The published figure is cut after 0.01 t, not rounded.' }],
  'llama-2-13b': [{ calculated: 62.448, within: 0.0002, why: 'The published figure is cut after 0.01 t, not rounded.' }],
  'llama-2-70b': [{ calculated: 291.422, within: 0.0002, why: 'The published figure has five digits.' }],
  'starcoderbase': [{ calculated: 16.679, within: 0.0003, why: 'The intensity is calculated back from the total, to 0.1 g/kWh of 186.' }],
  'gemma': [{ calculated: 131, ...declared }],
  'gemma-2': [{ calculated: 1247.61, ...declared }],
  'llama-3-8b': [{ calculated: 385.4, within: 0.0385, why: `${hours}: 1.3 million is printed to 3.85 % of itself.` }],
  'llama-3-70b': [{ calculated: 1897.3, within: 0.0078, why: `${hours}: 6.4 million is printed to 0.78 % of itself.` }],
  'llama-3.1-8b': [{ calculated: 422.8, ...twoDigits(0.0119) }],
  'llama-3.1-70b': [{ calculated: 2026.9, within: 0.0071, why: `${hours}: 7.0 million is printed to 0.71 % of itself.` }],
  'llama-3.1-405b': [{ calculated: 8930, within: 0.00002, why: 'The intensity is calculated back from this total, to 0.01 g/kWh.' }],
  'llama-3.2-1b': [{ calculated: 107.14, within: 0.0047, why: 'The published figure has three digits.' }],
  'llama-3.2-3b': [{ calculated: 133.2, within: 0.0038, why: 'The published figure has three digits.' }],
  'llama-3.3-70b': [{ calculated: 2026.9, within: Infinity, why: 'The published figure is implausible; a warning says so.' }],
  'mistral-large-2': [{ calculated: 20400, ...declared }],
  'le-chat-answer': [{ calculated: 1.14, ...declared }],
  'gemini-apps-prompt': [
    { calculated: 0.03256, within: 0.17, why: 'The published figure has one digit: half of its last one is 17 %.', by: 'market' },
  ],
  'llama-4-scout': [{ calculated: 1354, within: 0.0002, why: 'The intensity is calculated back from this total, to 0.1 g/kWh of 351.7.' }],
  'llama-4-maverick': [{ calculated: 644.5, within: 0.0021, why: `${hours}: 2.38 million is printed to 0.21 % of itself.` }],
  'olmo-7b': [{ calculated: 69.78, ...twoDigits(0.0071) }],
  'olmo-2-7b': [{ calculated: 52.19, ...twoDigits(0.0096) }],
  'olmo-2-13b': [{ calculated: 101.03, within: 0.005, why: 'The published figure has three digits.' }],
};
