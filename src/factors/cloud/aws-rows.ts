import type { RegionRow } from './region.js';

/**
 * Regions of Amazon Web Services. `wue` is by region for 2024, from AWS's page; of other regions, and for the PUE, AWS's average of all
 * its data centres is used.
 *
 * Zones by geography: the grid of the city or state that AWS names. Boardman and Umatilla, Oregon (us-west-2), are customers of
 * Umatilla Electric, which is in Bonneville's balancing area.
 */
// biome-ignore format: a table
export const awsRegions: readonly RegionRow[] = [
  { region: 'af-south-1', country: 'ZA', zone: 'ZA', location: 'Africa (Cape Town)' },
  { region: 'ap-east-1', country: 'HK', zone: 'HK', location: 'Asia Pacific (Hong Kong)' },
  { region: 'ap-east-2', country: 'TW', zone: 'TW', location: 'Asia Pacific (Taipei)' },
  { region: 'ap-northeast-1', country: 'JP', zone: 'JP-TK', location: 'Asia Pacific (Tokyo)', wue: { 2024: 0.91 } },
  { region: 'ap-northeast-2', country: 'KR', zone: 'KR', location: 'Asia Pacific (Seoul)' },
  { region: 'ap-northeast-3', country: 'JP', zone: 'JP-KN', location: 'Asia Pacific (Osaka)' },
  { region: 'ap-south-1', country: 'IN', zone: 'IN-WE', location: 'Asia Pacific (Mumbai)' },
  { region: 'ap-south-2', country: 'IN', zone: 'IN-SO', location: 'Asia Pacific (Hyderabad)' },
  { region: 'ap-southeast-1', country: 'SG', zone: 'SG', location: 'Asia Pacific (Singapore)', wue: { 2024: 1.68 } },
  { region: 'ap-southeast-2', country: 'AU', zone: 'AU-NSW', location: 'Asia Pacific (Sydney)', wue: { 2024: 0.12 } },
  { region: 'ap-southeast-3', country: 'ID', zone: 'ID', location: 'Asia Pacific (Jakarta)', wue: { 2024: 2.75 } },
  { region: 'ap-southeast-4', country: 'AU', zone: 'AU-VIC', location: 'Asia Pacific (Melbourne)', wue: { 2024: 0.02 } },
  { region: 'ap-southeast-5', country: 'MY', zone: 'MY-WM', location: 'Asia Pacific (Malaysia)' },
  { region: 'ap-southeast-6', country: 'NZ', zone: 'NZ', location: 'Asia Pacific (New Zealand)' },
  { region: 'ap-southeast-7', country: 'TH', zone: 'TH', location: 'Asia Pacific (Thailand)' },
  { region: 'ca-central-1', country: 'CA', zone: 'CA-QC', location: 'Canada (Central)', wue: { 2024: 0.04 } },
  { region: 'ca-west-1', country: 'CA', zone: 'CA-AB', location: 'Canada West (Calgary)', wue: { 2024: 0.08 } },
  { region: 'cn-north-1', country: 'CN', zone: 'CN', location: 'China (Beijing)' },
  { region: 'cn-northwest-1', country: 'CN', zone: 'CN', location: 'China (Ningxia)' },
  { region: 'eu-central-1', country: 'DE', zone: 'DE', location: 'Europe (Frankfurt)', wue: { 2024: 0.01 } },
  { region: 'eu-central-2', country: 'CH', zone: 'CH', location: 'Europe (Zurich)' },
  { region: 'eu-north-1', country: 'SE', zone: 'SE', location: 'Europe (Stockholm)', wue: { 2024: 0.02 } },
  { region: 'eu-south-1', country: 'IT', zone: 'IT-NO', location: 'Europe (Milan)' },
  { region: 'eu-south-2', country: 'ES', zone: 'ES', location: 'Europe (Spain)', wue: { 2024: 0.24 } },
  { region: 'eu-west-1', country: 'IE', zone: 'IE', location: 'Europe (Ireland)', wue: { 2024: 0.03 } },
  { region: 'eu-west-2', country: 'GB', zone: 'GB', location: 'Europe (London)' },
  { region: 'eu-west-3', country: 'FR', zone: 'FR', location: 'Europe (Paris)' },
  { region: 'il-central-1', country: 'IL', zone: 'IL', location: 'Israel (Tel Aviv)' },
  { region: 'me-central-1', country: 'AE', zone: 'AE', location: 'Middle East (UAE)' },
  { region: 'me-south-1', country: 'BH', zone: 'BH', location: 'Middle East (Bahrain)' },
  { region: 'mx-central-1', country: 'MX', zone: 'MX', location: 'Mexico (Central)' },
  { region: 'sa-east-1', country: 'BR', zone: 'BR-CS', location: 'South America (São Paulo)', wue: { 2024: 0.23 } },
  { region: 'us-east-1', country: 'US', zone: 'US-MIDA-PJM', location: 'US East (N. Virginia)', wue: { 2024: 0.12 } },
  { region: 'us-east-2', country: 'US', zone: 'US-MIDA-PJM', location: 'US East (Ohio)', wue: { 2024: 0.1 } },
  { region: 'us-gov-east-1', country: 'US', zone: 'US-MIDA-PJM', location: 'GovCloud US East' },
  { region: 'us-gov-west-1', country: 'US', zone: 'US-NW-BPAT', location: 'GovCloud US West' },
  { region: 'us-west-1', country: 'US', zone: 'US-CAL-CISO', location: 'US West (N. California)', wue: { 2024: 0.51 } },
  { region: 'us-west-2', country: 'US', zone: 'US-NW-BPAT', location: 'US West (Oregon)', wue: { 2024: 0.16 } },
];
