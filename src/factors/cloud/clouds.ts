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
  readonly fleetSource: { readonly title: string; readonly url: string };
}

export const clouds: readonly Cloud[] = [
  {
    id: 'aws',
    name: 'AWS',
    aliases: ['aws', 'amazon', 'amazonwebservices', 'amazonaws', 'ec2', 'sagemaker', 'amazonec2'],
    regions: awsRegions,
    fleetPue: { 2023: 1.15, 2024: 1.15 },
    fleetSource: { title: 'AWS, Sustainability: data centers', url: 'https://sustainability.aboutamazon.com/products-services/aws-cloud' },
  },
  {
    id: 'gcp',
    name: 'Google Cloud',
    aliases: ['gcp', 'google', 'googlecloud', 'googlecloudplatform', 'gce', 'vertexai'],
    regions: gcpRegions,
    fleetPue: { 2021: 1.1, 2022: 1.1, 2023: 1.1, 2024: 1.09 },
    fleetSource: { title: 'Google, Data centers: power usage effectiveness', url: 'https://datacenters.google/efficiency/' },
  },
  {
    id: 'azure',
    name: 'Azure',
    aliases: ['azure', 'microsoft', 'microsoftazure', 'msazure', 'azureml'],
    regions: azureRegions,
    fleetPue: { 2022: 1.18, 2024: 1.16 },
    fleetSource: {
      title: 'Microsoft, Datacenter efficiency: PUE and WUE',
      url: 'https://datacenters.microsoft.com/sustainability/efficiency/',
    },
  },
];
