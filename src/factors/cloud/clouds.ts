import type { FactorSource } from '../factor.js';
import { awsRegions } from './aws-rows.js';
import { azureRegions } from './azure-rows.js';
import { gcpRegions } from './gcp-rows.js';
import type { ByYear, CloudId, RegionRow } from './region.js';

export interface Cloud {
  readonly id: CloudId;
  /** In a reader's words. */
  readonly name: string;
  /** What else it is called, in the letters and digits of the name alone. */
  readonly aliases: readonly string[];
  readonly regions: readonly RegionRow[];
  /** PUE of all its data centres together, for regions without a figure of their own. */
  readonly fleetPue: ByYear;
  /** Litres used on site per kWh of its machines, of all its data centres together. */
  readonly fleetWue: ByYear;
  /** Years in which the provider claims to have matched all of its electricity with renewable energy: a market-based 0. */
  readonly matched: readonly number[];
  readonly sources: {
    readonly pue: FactorSource;
    readonly wue: FactorSource;
    readonly matched: FactorSource;
    readonly design?: FactorSource;
  };
}

const aws: FactorSource = {
  id: 'aws-pue',
  title: 'AWS, Sustainability: AWS Cloud',
  url: 'https://sustainability.aboutamazon.com/products-services/aws-cloud',
  year: 2026,
  licence: '© AWS; figure quoted',
};

const google: FactorSource = {
  id: 'gcp-pue',
  title: 'Google, Data centers: power usage effectiveness, October 2025',
  url: 'https://datacenters.google/efficiency/',
  year: 2025,
  licence: '© Google; figure quoted',
};

const googleClean: FactorSource = {
  id: 'google-clean-energy',
  title: 'Google, Data centers: clean energy',
  url: 'https://www.google.com/about/datacenters/cleanenergy/',
  year: 2024,
  licence: '© Google; claim quoted',
};

const microsoft: FactorSource = {
  id: 'azure-pue',
  title: 'Microsoft, Datacenter efficiency: PUE and WUE, October 2025',
  url: 'https://datacenters.microsoft.com/sustainability/efficiency/',
  year: 2025,
  licence: '© Microsoft; figure quoted',
};

const microsoftDesign: FactorSource = {
  id: 'azure-design-pue',
  title: 'Microsoft, Azure blog: How Microsoft measures datacenter water and energy use, April 2022',
  url: 'https://azure.microsoft.com/en-us/blog/how-microsoft-measures-datacenter-water-and-energy-use-to-improve-azure-cloud-sustainability/',
  year: 2022,
  licence: '© Microsoft; figure quoted',
};

const microsoftWater: FactorSource = {
  id: 'azure-wue-2024',
  title: 'Microsoft: Sustainable by design, next-generation datacenters consume zero water for cooling, December 2024',
  url: 'https://www.microsoft.com/en-us/microsoft-cloud/blog/2024/12/09/sustainable-by-design-next-generation-datacenters-consume-zero-water-for-cooling/',
  year: 2024,
  licence: '© Microsoft; figure quoted',
};

export const clouds: readonly Cloud[] = [
  {
    id: 'aws',
    name: 'AWS',
    aliases: ['aws', 'amazon', 'amazonwebservices', 'amazonaws', 'ec2', 'sagemaker', 'amazonec2'],
    regions: awsRegions,
    fleetPue: { 2023: 1.15, 2024: 1.15, 2025: 1.14 },
    fleetWue: { 2024: 0.15 },
    matched: [2023, 2024],
    sources: { pue: aws, wue: { ...aws, id: 'aws-wue' }, matched: { ...aws, id: 'aws-matched', licence: '© AWS; claim quoted' } },
  },
  {
    id: 'gcp',
    name: 'Google Cloud',
    aliases: ['gcp', 'google', 'googlecloud', 'googlecloudplatform', 'gce', 'vertexai'],
    regions: gcpRegions,
    fleetPue: { 2021: 1.1, 2022: 1.1, 2023: 1.1, 2024: 1.09 },
    fleetWue: {},
    matched: [2017, 2018, 2019, 2020, 2021, 2022],
    sources: { pue: google, wue: google, matched: googleClean },
  },
  {
    id: 'azure',
    name: 'Azure',
    aliases: ['azure', 'microsoft', 'microsoftazure', 'msazure', 'azureml'],
    regions: azureRegions,
    fleetPue: { 2022: 1.18, 2024: 1.16 },
    fleetWue: { 2024: 0.3 },
    matched: [],
    sources: { pue: microsoft, wue: microsoftWater, matched: microsoft, design: microsoftDesign },
  },
];
