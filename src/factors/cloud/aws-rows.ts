import type { RegionRow } from './region.js';

/**
 * Regions of Amazon Web Services. In 2022 and 2023 the WUE is the fleet's, the same for all regions; its own figures by
 * region begin in 2024, where a region at 0.18 still shows the fleet's of 2023.
 *
 * Zones are the table's; those that it lacks are Electricity Maps' own for the region. Of Boardman, Oregon (us-west-2),
 * Electricity Maps' newest list says US-NW-PACW, by the map; the table's US-NW-BPAT is kept, since Umatilla Electric, the utility
 * there, is in Bonneville's balancing area.
 */
export const awsRegions: readonly RegionRow[] = [
  { region: 'af-south-1', country: 'ZA', zone: 'ZA', location: 'Africa (Cape Town)', pue: { 2022: 1.36, 2023: 1.24, 2024: 1.24 }, wue: { 2022: 0.19, 2023: 0.18, 2024: 0.18 } },
  { region: 'ap-east-1', country: 'HK', zone: 'HK', location: 'Asia Pacific (Hong Kong)', wue: { 2022: 0.19, 2023: 0.18 } },
  { region: 'ap-east-2', country: 'TW', zone: 'TW', location: 'Asia Pacific (Taipei)' },
  { region: 'ap-northeast-1', country: 'JP', zone: 'JP-TK', location: 'Asia Pacific (Tokyo)', pue: { 2022: 1.3, 2023: 1.32, 2024: 1.27 }, wue: { 2022: 0.19, 2023: 0.18, 2024: 0.91 }, matched: [2023, 2024] },
  { region: 'ap-northeast-2', country: 'KR', zone: 'KR', location: 'Asia Pacific (Seoul)', wue: { 2022: 0.19, 2023: 0.18 } },
  { region: 'ap-northeast-3', country: 'JP', zone: 'JP-KN', location: 'Asia Pacific (Osaka)', wue: { 2022: 0.19, 2023: 0.18 }, matched: [2023] },
  { region: 'ap-south-1', country: 'IN', zone: 'IN-WE', location: 'Asia Pacific (Mumbai)', pue: { 2022: 1.43, 2023: 1.44, 2024: 1.42 }, wue: { 2022: 0.19, 2023: 0.18, 2024: 0.18 }, matched: [2022, 2023, 2024] },
  { region: 'ap-south-2', country: 'IN', zone: 'IN-SO', location: 'Asia Pacific (Hyderabad)', pue: { 2023: 1.5, 2024: 1.46 }, wue: { 2022: 0.19, 2023: 0.18, 2024: 0.18 }, matched: [2022, 2023, 2024] },
  { region: 'ap-southeast-1', country: 'SG', zone: 'SG', location: 'Asia Pacific (Singapore)', pue: { 2022: 1.33, 2023: 1.3, 2024: 1.32 }, wue: { 2022: 0.19, 2023: 0.18, 2024: 1.68 } },
  { region: 'ap-southeast-2', country: 'AU', zone: 'AU-NSW', location: 'Asia Pacific (Sydney)', pue: { 2022: 1.15, 2023: 1.15, 2024: 1.16 }, wue: { 2022: 0.19, 2023: 0.18, 2024: 0.12 } },
  { region: 'ap-southeast-3', country: 'ID', zone: 'ID', location: 'Asia Pacific (Jakarta)', pue: { 2022: 1.39, 2023: 1.35, 2024: 1.4 }, wue: { 2022: 0.19, 2023: 0.18, 2024: 2.75 } },
  { region: 'ap-southeast-4', country: 'AU', zone: 'AU-VIC', location: 'Asia Pacific (Melbourne)', pue: { 2023: 1.08, 2024: 1.07 }, wue: { 2022: 0.19, 2023: 0.18, 2024: 0.02 } },
  { region: 'ap-southeast-5', country: 'MY', zone: 'MY-WM', location: 'Asia Pacific (Malaysia)' },
  { region: 'ap-southeast-6', country: 'NZ', zone: 'NZ', location: 'Asia Pacific (New Zealand)' },
  { region: 'ap-southeast-7', country: 'TH', zone: 'TH', location: 'Asia Pacific (Thailand)' },
  { region: 'ca-central-1', country: 'CA', zone: 'CA-QC', location: 'Canada (Central)', pue: { 2022: 1.26, 2023: 1.22, 2024: 1.19 }, wue: { 2022: 0.19, 2023: 0.18, 2024: 0.04 }, matched: [2022, 2023, 2024] },
  { region: 'ca-west-1', country: 'CA', zone: 'CA-AB', location: 'Canada West (Calgary)', pue: { 2024: 1.17 }, wue: { 2024: 0.08 } },
  { region: 'cn-north-1', country: 'CN', zone: 'CN', location: 'China (Beijing)', wue: { 2022: 0.19, 2023: 0.18 }, matched: [2022, 2023] },
  { region: 'cn-northwest-1', country: 'CN', zone: 'CN', location: 'China (Ningxia)', pue: { 2022: 1.28, 2023: 1.26, 2024: 1.25 }, wue: { 2022: 0.19, 2023: 0.18, 2024: 0.18 }, matched: [2022, 2023, 2024] },
  { region: 'eu-central-1', country: 'DE', zone: 'DE', location: 'Europe (Frankfurt)', pue: { 2022: 1.32, 2023: 1.33, 2024: 1.35 }, wue: { 2022: 0.19, 2023: 0.18, 2024: 0.01 }, matched: [2022, 2023, 2024] },
  { region: 'eu-central-2', country: 'CH', zone: 'CH', location: 'Europe (Zurich)', wue: { 2022: 0.19, 2023: 0.18 }, matched: [2022, 2023] },
  { region: 'eu-north-1', country: 'SE', zone: 'SE', location: 'Europe (Stockholm)', pue: { 2022: 1.12, 2023: 1.12, 2024: 1.1 }, wue: { 2022: 0.19, 2023: 0.18, 2024: 0.02 }, matched: [2022, 2023, 2024] },
  { region: 'eu-south-1', country: 'IT', zone: 'IT-NO', location: 'Europe (Milan)', wue: { 2022: 0.19, 2023: 0.18 }, matched: [2022, 2023] },
  { region: 'eu-south-2', country: 'ES', zone: 'ES', location: 'Europe (Spain)', pue: { 2023: 1.11, 2024: 1.09 }, wue: { 2022: 0.19, 2023: 0.18, 2024: 0.24 }, matched: [2022, 2023, 2024] },
  { region: 'eu-west-1', country: 'IE', zone: 'IE', location: 'Europe (Ireland)', pue: { 2022: 1.1, 2023: 1.1, 2024: 1.11 }, wue: { 2022: 0.19, 2023: 0.18, 2024: 0.03 }, matched: [2022, 2023, 2024] },
  { region: 'eu-west-2', country: 'GB', zone: 'GB', location: 'Europe (London)', wue: { 2022: 0.19, 2023: 0.18 }, matched: [2022, 2023] },
  { region: 'eu-west-3', country: 'FR', zone: 'FR', location: 'Europe (Paris)', wue: { 2022: 0.19, 2023: 0.18 }, matched: [2022, 2023] },
  { region: 'il-central-1', country: 'IL', zone: 'IL', location: 'Israel (Tel Aviv)', wue: { 2022: 0.19, 2023: 0.18 } },
  { region: 'me-central-1', country: 'AE', zone: 'AE', location: 'Middle East (UAE)', pue: { 2023: 1.36, 2024: 1.27 }, wue: { 2022: 0.19, 2023: 0.18, 2024: 0.18 } },
  { region: 'me-south-1', country: 'BH', zone: 'BH', location: 'Middle East (Bahrain)', pue: { 2022: 1.38, 2023: 1.32, 2024: 1.33 }, wue: { 2022: 0.19, 2023: 0.18, 2024: 0.18 } },
  { region: 'mx-central-1', country: 'MX', zone: 'MX', location: 'Mexico (Central)' },
  { region: 'sa-east-1', country: 'BR', zone: 'BR-CS', location: 'South America (São Paulo)', pue: { 2023: 1.18, 2024: 1.17 }, wue: { 2022: 0.19, 2023: 0.18, 2024: 0.23 } },
  { region: 'us-east-1', country: 'US', zone: 'US-MIDA-PJM', location: 'US East (N. Virginia)', pue: { 2022: 1.16, 2023: 1.15, 2024: 1.15 }, wue: { 2022: 0.19, 2023: 0.18, 2024: 0.12 }, matched: [2022, 2023, 2024] },
  { region: 'us-east-2', country: 'US', zone: 'US-MIDA-PJM', location: 'US East (Ohio)', pue: { 2022: 1.12, 2023: 1.12, 2024: 1.13 }, wue: { 2022: 0.19, 2023: 0.18, 2024: 0.1 }, matched: [2022, 2023, 2024] },
  { region: 'us-gov-east-1', country: 'US', zone: 'US-MIDA-PJM', location: 'GovCloud US East', wue: { 2022: 0.19, 2023: 0.18 }, matched: [2022, 2023] },
  { region: 'us-gov-west-1', country: 'US', zone: 'US-NW-BPAT', location: 'GovCloud US West', wue: { 2022: 0.19, 2023: 0.18 }, matched: [2022, 2023] },
  { region: 'us-west-1', country: 'US', zone: 'US-CAL-CISO', location: 'US West (N. California)', pue: { 2022: 1.17, 2023: 1.17, 2024: 1.18 }, wue: { 2022: 0.19, 2023: 0.18, 2024: 0.51 }, matched: [2022, 2023, 2024] },
  { region: 'us-west-2', country: 'US', zone: 'US-NW-BPAT', location: 'US West (Oregon)', pue: { 2022: 1.13, 2023: 1.13, 2024: 1.12 }, wue: { 2022: 0.19, 2023: 0.18, 2024: 0.16 }, matched: [2022, 2023, 2024] },
];
