import { expect, it } from 'vitest';
import type { AuditId } from '../../../src/audits/ids.js';
import { auditIds } from '../../../src/audits/ids.js';
import { examplesOf, findingsOf } from './pages.js';

interface Said {
  readonly message: string;
  readonly expected: string;
  readonly note?: string | undefined;
}

/** What each audit says of the first example on its page, in full. */
const said: Readonly<Partial<Record<AuditId, Said>>> = {
  'metadata-unreadable': {
    message: 'The Hub cannot read this front matter, and so finds no emissions: Invalid YAML in the front matter: Map keys must be unique.',
    expected: 'YAML between two lines `---`',
  },
  'metadata-readers': {
    message: 'White space after this `---`: older clients and some pages of the Hub do not find the end of the front matter.',
    expected: '`---` and nothing after it',
  },
  'metadata-keys': {
    message: 'The Hub does not read the key `geographical location`.',
    expected: '`geographical_location`',
  },
  'hub-metadata': {
    message: 'The Hub rejects this metadata: `tags` is text.',
    expected: 'a list: `tags: [carbon]`',
  },
  'metadata-number': {
    message: '`emissions: 149200 g` is text, not a number.',
    expected: 'grams of CO2eq as a plain number, such as `emissions: 149200`',
    note: 'The Hub reads its first digits: 149200, as grams.',
  },
  'metadata-placeholder': {
    message: '`1` looks like a placeholder, not like a value.',
    expected: 'the grams of CO2eq that were measured or estimated; or remove the key',
  },
  'metadata-unit': {
    message: 'The metadata has 0.06 where the text has 0.06 KgCO2: the metadata is in kilograms, not in grams.',
    expected: '`emissions: 60`',
    note: 'The Hub reads `co2_eq_emissions` as grams of CO2eq.',
  },
  'metadata-disagrees': {
    message: 'The metadata has 5.60 kg, the text has 8.1 kg CO2eq.',
    expected: 'the same value in both places, or a sentence on what each of them counts',
  },
  'section-totals': {
    message: 'The carbon section has 75 kg CO₂e in its first sentence, but 750 kg CO₂e behind “Carbon Emitted”.',
    expected: 'Write one total: `carboncard card` writes the section again',
  },
  'section-disagrees': {
    message: 'The text has 12 kg CO2eq, the carbon section has 260 kg CO₂e.',
    expected: 'one figure: remove the older one, or say in the text what it counts',
  },
  'arithmetic': {
    message: '1,287 MWh × 429 g CO2e/kWh is 552 t, but the text has 502 t CO2e.',
    expected: 'about 552 t, or up to twice that with a PUE',
    note: 'The emissions are 0.909 of the product, as if the energy included a PUE of 1.10 and the emissions did not.',
  },
  'total-is-not-the-sum': {
    message: 'The total 253.90 tCO2eq is less than the sum of its parts, 323 t (Carbon emitted (tCO2eq)).',
    expected: '323 t',
  },
  'rounded-rate': {
    message: '3,249 kg CO2eq was calculated from the rounded rate 0.003 kg CO2eq an hour.',
    expected: 'the total from the rate with all its digits',
    note: 'A rate with one digit can be off by half a digit, here more than 5 % of the total.',
  },
  'gpu-hours-as-hours': {
    message: '10 GPU-hours do not match: 8 A100 GPUs for 10 hours make 80 accelerator-hours.',
    expected: '80 GPU-hours: hours on the clock × accelerators',
  },
  'pue-above-two': {
    message: 'A PUE of 2.5 is unusual.',
    expected: 'facility energy ÷ machine energy, from 1 to 2',
    note: 'Published PUEs of ML runs are between 1.08 and 1.20; the survey average of all data centres is 1.54 (Uptime, 2025).',
  },
  'pue-below-one': {
    message: 'Invalid PUE 0.9: below 1.',
    expected: 'facility energy ÷ machine energy, 1 or more',
    note: 'A value below 1 can be its inverse (DCiE), or a share.',
  },
  'pue-twice': {
    message: 'The emissions multiply 449 MWh by a PUE of 1.1, but this energy already includes it.',
    expected: 'the PUE once',
  },
  'power-as-energy': {
    message: '64 kWh is an energy, but the text around it describes a power.',
    expected: 'W or kW for a power; kWh for the energy over some hours',
  },
  'power-above-limit': {
    message: '400 W is more than the limit of one NVIDIA A100 PCIe 40GB.',
    expected: 'at most 250 W',
    note: 'The limit depends on the form: an A100 has 400 W as SXM, and 250 or 300 W as PCIe.',
  },
  'power-below-idle': {
    message: '12 W is less than the idle power of one NVIDIA A100 SXM4 80GB.',
    expected: 'an average between about 32.0 W and the rated power',
    note: 'The last sample after the run, or the reading of one card among several, can be this low.',
  },
  'guessed-power': {
    message: 'A CPU power of 42.5 W is what CodeCarbon assumes for a processor that it does not know.',
    expected: 'a measured power, or the rated power of the processor',
    note: 'It is half of a default of 85 W, whatever the machine.',
  },
  'implied-intensity': {
    message: '12.9 tons CO2eq for 7.0M GPU hours × 700 W implies 2.63 g/kWh.',
    expected: '29.6 t to 18,700 t: grids have 16.0 to 1,200 g/kWh',
    note: 'Check the units: grams, kilograms or tonnes; Wh or kWh.',
  },
  'world-average': {
    message: 'The emissions imply 475 g/kWh, a world average, but the location is India.',
    expected: 'the intensity of that grid, 583 to 749 g/kWh in published years',
    note: 'Some tools use a world average without a warning where they do not recognise a location.',
  },
  'grid-year': {
    message: 'The grid intensity is of 2015, the run of 2024.',
    expected: 'an intensity at most 3 years from 2024',
    note: 'Grid intensities change by several per cent a year.',
  },
  'zero-not-measured': {
    message: '0 kWh for the GPUs: they were not measured.',
    expected: 'their energy, or a sentence that it is missing',
    note: 'GPUs without an energy counter, WSL and Jetson report 0.',
  },
  'numbers-rounded-away': {
    message: '0.000 kg of CO2 was rounded to zero.',
    expected: 'significant digits in a smaller unit, such as `0.42 g`',
  },
  'market-alone': {
    message: '12 tons CO2eq is market-based, without location-based emissions beside it.',
    expected: 'Add the location-based emissions.',
    note: 'Contracts do not change what the grid emitted; GHG Protocol Scope 2 asks for both.',
  },
  'offsets-subtracted': {
    message: 'Offsets were subtracted from 12 tCO2eq.',
    expected: 'the emissions in full, and offsets apart',
    note: 'Offsets are reported beside emissions, never subtracted from them.',
  },
  'same-claim': {
    message: '66290000 g is also claimed by b.md.',
    expected: "each model's share and how it was divided (GPU-hours, FLOPs), or one card with the whole",
    note: 'A shared effort that several cards claim in full is counted several times.',
  },
  'placeholder-left': {
    message: 'Placeholder left: [More Information Needed]',
    expected: 'a value, or a sentence that it is unknown',
  },
  'embodied-silent': {
    message: 'Embodied emissions (making the hardware) are not mentioned.',
    expected: 'their share, or a sentence that they are not counted',
    note: "BLOOM's training was 24.7 t for the electricity of the work alone, and 50.5 t with hardware, idle power and infrastructure.",
  },
  'deployment-silent': {
    message: 'Deployment (inference) is not mentioned.',
    expected: 'an estimate per request, or a sentence that it is not counted',
  },
};

it.each(auditIds)('%s says what is wrong, what is expected and why', (id) => {
  const [finding] = findingsOf(id, examplesOf(id, 'Caught'));
  expect({ message: finding?.message, expected: finding?.expected, note: finding?.note }).toEqual(said[id]);
});
