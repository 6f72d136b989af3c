import type { RegionRow } from './region.js';

/**
 * Regions of Google Cloud. `provider` is Google's own file of carbon data by region (Apache-2.0), life-cycle until 2020 and direct from
 * 2021; a 0 or a blank in it is missing (Montréal in 2021 and 2022). `pue` is that of Google's campus in the region, for the
 * twelve months before it was read in October 2025; where a region has several campuses it is their mean, and `campus` has each.
 *
 * Zones by geography: the grid of the city that Google names, of its utility in the US. us-central1 is MidAmerican's (MISO), us-central2 in
 * Mayes County the Grand River Dam Authority's (SPP).
 */
// biome-ignore format: a table
export const gcpRegions: readonly RegionRow[] = [
  { region: 'africa-south1', country: 'ZA', zone: 'ZA', location: 'Johannesburg', provider: { 2023: 646, 2024: 656.85 } },
  { region: 'asia-east1', country: 'TW', zone: 'TW', location: 'Taiwan', pue: { 2025: 1.12 }, campus: 'Changhua', provider: { 2019: 541, 2020: 540, 2021: 456, 2022: 453, 2023: 451, 2024: 439.29 } },
  { region: 'asia-east2', country: 'HK', zone: 'HK', location: 'Hong Kong', provider: { 2019: 506, 2020: 453, 2021: 360, 2022: 360, 2023: 360, 2024: 505.02 } },
  { region: 'asia-northeast1', country: 'JP', zone: 'JP-TK', location: 'Tokyo', provider: { 2019: 569, 2020: 554, 2021: 464, 2022: 463, 2023: 459, 2024: 452.85 } },
  { region: 'asia-northeast2', country: 'JP', zone: 'JP-KN', location: 'Osaka', provider: { 2019: 414, 2020: 442, 2021: 384, 2022: 383, 2023: 385, 2024: 296.19 } },
  { region: 'asia-northeast3', country: 'KR', zone: 'KR', location: 'Seoul', provider: { 2019: 490, 2020: 457, 2021: 425, 2022: 425, 2023: 378, 2024: 356.57 } },
  { region: 'asia-south1', country: 'IN', zone: 'IN-WE', location: 'Mumbai', provider: { 2019: 752, 2020: 721, 2021: 670, 2022: 555, 2023: 648, 2024: 678.76 } },
  { region: 'asia-south2', country: 'IN', zone: 'IN-NO', location: 'Delhi', provider: { 2020: 657, 2021: 671, 2022: 632, 2023: 529, 2024: 531.83 } },
  { region: 'asia-southeast1', country: 'SG', zone: 'SG', location: 'Singapore', pue: { 2025: 1.14 }, campus: 'Singapore: mean of 1.13 and 1.15', provider: { 2019: 493, 2020: 493, 2021: 372, 2022: 372, 2023: 369, 2024: 366.85 } },
  { region: 'asia-southeast2', country: 'ID', zone: 'ID', location: 'Jakarta', provider: { 2019: 647, 2020: 647, 2021: 580, 2022: 580, 2023: 580, 2024: 560.55 } },
  { region: 'asia-southeast3', country: 'TH', zone: 'TH', location: 'Bangkok' },
  { region: 'australia-southeast1', country: 'AU', zone: 'AU-NSW', location: 'Sydney', provider: { 2019: 725, 2020: 727, 2021: 598, 2022: 538, 2023: 501, 2024: 497.5 } },
  { region: 'australia-southeast2', country: 'AU', zone: 'AU-VIC', location: 'Melbourne', provider: { 2020: 691, 2021: 521, 2022: 490, 2023: 456, 2024: 454.37 } },
  { region: 'europe-central2', country: 'PL', zone: 'PL', location: 'Warsaw', provider: { 2020: 622, 2021: 576, 2022: 738, 2023: 723, 2024: 642.88 } },
  { region: 'europe-north1', country: 'FI', zone: 'FI', location: 'Finland', pue: { 2025: 1.1 }, campus: 'Hamina', provider: { 2019: 181, 2020: 133, 2021: 127, 2022: 112, 2023: 46, 2024: 39.32 } },
  { region: 'europe-north2', country: 'SE', zone: 'SE', location: 'Stockholm', provider: { 2024: 2.73 } },
  { region: 'europe-southwest1', country: 'ES', zone: 'ES', location: 'Madrid', provider: { 2021: 121, 2022: 160, 2023: 131, 2024: 89.04 } },
  { region: 'europe-west1', country: 'BE', zone: 'BE', location: 'Belgium', pue: { 2025: 1.08 }, campus: 'St. Ghislain', provider: { 2019: 196, 2020: 212, 2021: 110, 2022: 123, 2023: 122, 2024: 103.37 } },
  { region: 'europe-west10', country: 'DE', zone: 'DE', location: 'Berlin', provider: { 2023: 345, 2024: 275.82 } },
  { region: 'europe-west12', country: 'IT', zone: 'IT-NO', location: 'Turin', provider: { 2022: 323, 2023: 249, 2024: 201.69 } },
  { region: 'europe-west2', country: 'GB', zone: 'GB', location: 'London', provider: { 2019: 257, 2020: 231, 2021: 172, 2022: 166, 2023: 136, 2024: 105.94 } },
  { region: 'europe-west3', country: 'DE', zone: 'DE', location: 'Frankfurt', provider: { 2019: 319, 2020: 293, 2021: 269, 2022: 413, 2023: 345, 2024: 275.82 } },
  { region: 'europe-west4', country: 'NL', zone: 'NL', location: 'Eemshaven', pue: { 2025: 1.08 }, campus: 'Eemshaven', provider: { 2019: 474, 2020: 410, 2021: 283, 2022: 317, 2023: 236, 2024: 208.81 } },
  { region: 'europe-west6', country: 'CH', zone: 'CH', location: 'Zurich', provider: { 2019: 87, 2020: 87, 2021: 86, 2022: 118, 2023: 59, 2024: 15.05 } },
  { region: 'europe-west8', country: 'IT', zone: 'IT-NO', location: 'Milan', provider: { 2021: 298, 2022: 323, 2023: 249, 2024: 201.69 } },
  { region: 'europe-west9', country: 'FR', zone: 'FR', location: 'Paris', provider: { 2021: 59, 2022: 71, 2023: 34, 2024: 16.3 } },
  { region: 'me-central1', country: 'QA', zone: 'QA', location: 'Doha', provider: { 2023: 575, 2024: 366 } },
  { region: 'me-central2', country: 'SA', zone: 'SA', location: 'Dammam', provider: { 2023: 569, 2024: 382.23 } },
  { region: 'me-west1', country: 'IL', zone: 'IL', location: 'Tel Aviv', provider: { 2022: 476, 2023: 463, 2024: 433.75 } },
  { region: 'northamerica-northeast1', country: 'CA', zone: 'CA-QC', location: 'Montréal', provider: { 2019: 27, 2020: 27, 2023: 2, 2024: 5.48 } },
  { region: 'northamerica-northeast2', country: 'CA', zone: 'CA-ON', location: 'Toronto', provider: { 2021: 29, 2022: 36, 2023: 47, 2024: 58.56 } },
  { region: 'northamerica-south1', country: 'MX', zone: 'MX', location: 'Mexico', provider: { 2024: 305 } },
  { region: 'southamerica-east1', country: 'BR', zone: 'BR-CS', location: 'São Paulo', provider: { 2019: 109, 2020: 103, 2021: 129, 2022: 65, 2023: 56, 2024: 67.32 } },
  { region: 'southamerica-west1', country: 'CL', zone: 'CL-SEN', location: 'Santiago', pue: { 2025: 1.09 }, campus: 'Quilicura', provider: { 2021: 190, 2022: 165, 2023: 138, 2024: 238 } },
  { region: 'us-central1', country: 'US', zone: 'US-MIDW-MISO', location: 'Iowa', pue: { 2025: 1.09 }, campus: 'Council Bluffs: mean of 1.11 and 1.07', provider: { 2019: 479, 2020: 454, 2021: 394, 2022: 460, 2023: 430, 2024: 412.72 } },
  { region: 'us-central2', country: 'US', zone: 'US-CENT-SWPP', location: 'Oklahoma', pue: { 2025: 1.11 }, campus: 'Mayes County', provider: { 2024: 372.23 } },
  { region: 'us-east1', country: 'US', zone: 'US-CAR-SC', location: 'South Carolina', pue: { 2025: 1.1 }, campus: 'Berkeley County', provider: { 2019: 500, 2020: 480, 2021: 434, 2022: 532, 2023: 560, 2024: 575.77 } },
  { region: 'us-east2', country: 'US', zone: 'US-SE-SOCO', location: 'Georgia', provider: { 2024: 340.42 } },
  { region: 'us-east4', country: 'US', zone: 'US-MIDA-PJM', location: 'Northern Virginia', pue: { 2025: 1.085 }, campus: 'Loudoun County: mean of 1.09 and 1.08', provider: { 2019: 383, 2020: 361, 2021: 309, 2022: 354, 2023: 322, 2024: 323.05 } },
  { region: 'us-east5', country: 'US', zone: 'US-MIDA-PJM', location: 'Columbus', pue: { 2025: 1.05 }, campus: 'Central Ohio: mean of 1.05, 1.04, 1.06', provider: { 2021: 309, 2022: 354, 2023: 322, 2024: 323.05 } },
  { region: 'us-south1', country: 'US', zone: 'US-TEX-ERCO', location: 'Dallas', pue: { 2025: 1.1 }, campus: 'Midlothian', provider: { 2021: 296, 2022: 342, 2023: 321, 2024: 302.95 } },
  { region: 'us-west1', country: 'US', zone: 'US-NW-BPAT', location: 'Oregon', pue: { 2025: 1.085 }, campus: 'The Dalles: mean of 1.10 and 1.07', provider: { 2019: 117, 2020: 78, 2021: 60, 2022: 67, 2023: 94, 2024: 79.23 } },
  { region: 'us-west2', country: 'US', zone: 'US-CAL-CISO', location: 'Los Angeles', provider: { 2019: 248, 2020: 253, 2021: 190, 2022: 202, 2023: 198, 2024: 169.28 } },
  { region: 'us-west3', country: 'US', zone: 'US-NW-PACE', location: 'Salt Lake City', provider: { 2019: 561, 2020: 533, 2021: 448, 2022: 606, 2023: 588, 2024: 555.17 } },
  { region: 'us-west4', country: 'US', zone: 'US-NW-NEVP', location: 'Las Vegas', pue: { 2025: 1.09 }, campus: 'Henderson', provider: { 2019: 491, 2020: 455, 2021: 365, 2022: 396, 2023: 373, 2024: 357.3 } },
];
