import type { FactorSource } from '../../factor.js';
import { type Instance, instancesOf, onBoardsOfTwo } from '../instance.js';

const source: FactorSource = {
  id: 'aws-ec2-instance-types',
  title: 'Amazon EC2 instance types, accelerated computing',
  url: 'https://aws.amazon.com/ec2/instance-types/',
  year: 2025,
  licence: '© Amazon; facts quoted',
};

const ec2 = instancesOf('aws', source);

/** g5, g6 and g6e have the same sizes, of which the largest fills a server of eight. */
const cards = (family: string): Readonly<Record<string, number>> => ({
  [`${family}.xlarge`]: 1,
  [`${family}.2xlarge`]: 1,
  [`${family}.4xlarge`]: 1,
  [`${family}.8xlarge`]: 1,
  [`${family}.12xlarge`]: 4,
  [`${family}.16xlarge`]: 1,
  [`${family}.24xlarge`]: 4,
  [`${family}.48xlarge`]: 8,
});

/** g6f has an eighth of a card or more, and p2.xlarge one of the two chips on a board. */
export const awsInstances: readonly Instance[] = [
  ...onBoardsOfTwo(ec2('tesla-k80', 8, { 'p2.xlarge': 0.5, 'p2.8xlarge': 4, 'p2.16xlarge': 8 })),
  ...ec2('v100-sxm2-16gb', 8, { 'p3.2xlarge': 1, 'p3.8xlarge': 4, 'p3.16xlarge': 8 }),
  ...ec2('v100-sxm2-32gb', 8, { 'p3dn.24xlarge': 8 }),
  ...ec2('a100-sxm4-40gb', 8, { 'p4d.24xlarge': 8 }),
  ...ec2('a100-sxm4-80gb', 8, { 'p4de.24xlarge': 8 }),
  ...ec2('h100-sxm5-80gb', 8, { 'p5.4xlarge': 1, 'p5.48xlarge': 8 }),
  ...ec2('h200-sxm5-141gb', 8, { 'p5e.48xlarge': 8, 'p5en.48xlarge': 8 }),
  ...ec2('b200-sxm6-180gb', 8, { 'p6-b200.48xlarge': 8 }),
  ...ec2('b300-sxm6-288gb', 8, { 'p6-b300.48xlarge': 8 }),
  ...ec2('gb200-186gb', 4, { 'p6e-gb200.36xlarge': 4 }),
  ...ec2('tesla-m60', 4, { 'g3s.xlarge': 1, 'g3.4xlarge': 1, 'g3.8xlarge': 2, 'g3.16xlarge': 4 }),
  ...ec2('t4', 2, { 'g5g.xlarge': 1, 'g5g.2xlarge': 1, 'g5g.4xlarge': 1, 'g5g.8xlarge': 1, 'g5g.16xlarge': 2, 'g5g.metal': 2 }),
  ...ec2('rtx-pro-6000-blackwell-server', 8, {
    'g7e.2xlarge': 1,
    'g7e.4xlarge': 1,
    'g7e.8xlarge': 1,
    'g7e.12xlarge': 2,
    'g7e.24xlarge': 4,
    'g7e.48xlarge': 8,
  }),
  ...ec2('t4', 8, {
    'g4dn.xlarge': 1,
    'g4dn.2xlarge': 1,
    'g4dn.4xlarge': 1,
    'g4dn.8xlarge': 1,
    'g4dn.12xlarge': 4,
    'g4dn.16xlarge': 1,
    'g4dn.metal': 8,
  }),
  ...ec2('radeon-pro-v520', 4, { 'g4ad.xlarge': 1, 'g4ad.2xlarge': 1, 'g4ad.4xlarge': 1, 'g4ad.8xlarge': 2, 'g4ad.16xlarge': 4 }),
  ...ec2('a10g', 8, cards('g5')),
  ...ec2('l4', 8, { 'g6f.large': 1 / 8, 'g6f.xlarge': 1 / 8, 'g6f.2xlarge': 1 / 4, 'g6f.4xlarge': 1 / 2, 'gr6f.4xlarge': 1 / 2 }),
  ...ec2('l4', 8, { ...cards('g6'), 'gr6.4xlarge': 1, 'gr6.8xlarge': 1 }),
  ...ec2('l40s', 8, cards('g6e')),
  ...ec2('trainium1', 16, { 'trn1.2xlarge': 1, 'trn1.32xlarge': 16, 'trn1n.32xlarge': 16 }),
  ...ec2('trainium2', 16, { 'trn2.3xlarge': 1, 'trn2.48xlarge': 16, 'trn2u.48xlarge': 16 }),
  ...ec2('inferentia1', 16, { 'inf1.xlarge': 1, 'inf1.2xlarge': 1, 'inf1.6xlarge': 4, 'inf1.24xlarge': 16 }),
  ...ec2('inferentia2', 12, { 'inf2.xlarge': 1, 'inf2.8xlarge': 1, 'inf2.24xlarge': 6, 'inf2.48xlarge': 12 }),
  ...ec2('gaudi-oam', 8, { 'dl1.24xlarge': 8 }),
];
