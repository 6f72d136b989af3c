import { error } from './message.js';

/** What is wrong with a BOM, whoever reads it: the reader of logs, an audit, the output that merges into one. */
export const bomMessages = {
  oldBom: (version: string) =>
    error('bom-version', `CycloneDX ${version} has no place for energy and emissions.`, { expected: 'a BOM of CycloneDX 1.6 or later' }),
  xmlBom: (file: string, work: 'audited' | 'merged') =>
    error('bom-is-xml', `The BOM is XML. Only a BOM in JSON can be ${work}.`, {
      expected: `Run \`cyclonedx convert --input-file ${file} --output-file ${file.replace(/\.[^./\\]*$/, '')}.json --output-version v1_6\``,
    }),
  silentBom: () =>
    error('bom-no-consumptions', 'No component of the BOM states its energy or emissions.', {
      expected: '`energyConsumptions` in `modelCard.considerations.environmentalConsiderations`',
    }),
} as const;
