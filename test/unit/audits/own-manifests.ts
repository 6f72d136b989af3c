/** Manifests of many kinds, as people write them: what is rendered from them is audited. A key is said in words. */
export const ownManifests: Readonly<Record<string, string>> = {
  'a small run with defaults': 'phases:\n  - { phase: training, hardware: 8 x A100, duration: 3 weeks, location: FR }',
  'a place in a cloud': 'year: 2023\nphases:\n  - { phase: training, hardware: 4 x H100, duration: 5 days, site: gcp europe-west4 }',
  'a place in a cloud, with a PUE of its own':
    'phases:\n  - { phase: finetuning, hardware: p5.48xlarge, duration: 40 h, site: aws us-east-2, pue: 1.07 }',
  'a single desktop card': 'phases:\n  - { phase: finetuning, hardware: RTX 4090, duration: 12 h, location: DE, pue: 1 }',
  'a cloud without a region': 'phases:\n  - { phase: finetuning, hardware: 2 x T4, duration: 30 h, cloud: azure }',
  'a wide country': 'phases:\n  - { phase: training, hardware: 64 x V100, duration: 10 days, location: US }',
  'the world': 'phases:\n  - { phase: training, hardware: 16 x A100, duration: 90 h, location: world }',
  'a metered energy':
    'phases:\n  - { phase: training, energy: { value: 433 MWh, boundary: accelerator, basis: measured }, hardware: A100 SXM, accelerator_hours: 1082990, location: FR }',
  'an energy of the facility':
    'phases:\n  - { phase: training, energy: { value: 1287 MWh, boundary: facility }, pue: 1.1, hardware: V100, accelerator_hours: 3.5e6, grid: { intensity: 429 g/kWh } }',
  'an energy of a node':
    'phases:\n  - { phase: training, energy: { value: 812 kWh, boundary: node, instrument: bmc }, hardware: 8 x H100, duration: 150 h, location: SE, pue: 1.2 }',
  'an energy without a boundary':
    'phases:\n  - { phase: finetuning, energy: 61 kWh, hardware: 4 x L4, duration: 240 h, site: gcp us-central1 }',
  'operations': 'phases:\n  - { phase: training, flops: 3.14e23 FLOP, hardware: A100, location: IE }',
  'operations and an FP8 peak':
    'phases:\n  - { phase: training, flops: 3e24 FLOP, hardware: { accelerator: H800, peak: 1979 TFLOP/s }, location: CN }',
  'TPUs': 'year: 2020\nphases:\n  - { phase: training, hardware: 512 x TPU v3, duration: 6 days, site: gcp us-central1 }',
  'superchips': 'phases:\n  - { phase: training, hardware: 16 x GH200, duration: 4 days, location: CH }',
  'processors': 'phases:\n  - { phase: data, hardware: { accelerator: 2 x AMD EPYC 7763, rating: 280 W }, duration: 200 h, location: NL }',
  'a low intensity':
    'phases:\n  - { phase: training, hardware: 1024 x MI250X, duration: 20 days, location: FI, grid: { intensity: 12 g/kWh }, pue: 1.04 }',
  'an intensity of one digit':
    'phases:\n  - { phase: training, hardware: 8 x A100, duration: 100 h, location: NO, grid: { intensity: 8 g/kWh } }',
  'milligrams': 'phases:\n  - { phase: evaluation, hardware: T4, duration: 20 s, location: FR }',
  'a share of the phase': 'phases:\n  - { phase: training, hardware: 32 x A100, duration: 1000 h, location: PL, share: 25 % }',
  'a share of a training and of its use': [
    'location: DE',
    'phases:',
    '  - { phase: training, share: 25 %, hardware: 8 x H100, duration: 400 h }',
    '  - { phase: deployment, share: 25 %, hardware: 2 x L4, energy: { value: 100 kWh, boundary: node }, requests: 1 million, duration: 90 days }',
  ].join('\n'),
  'a declared power':
    'phases:\n  - { phase: finetuning, hardware: { accelerator: A100 PCIe, power: 180 W }, accelerators: 4, duration: 77 h, location: IT, pue: 1.35 }',
  'idle and overhead by power':
    'phases:\n  - { phase: training, hardware: { accelerator: A100, per_node: 8 }, accelerators: 384, accelerator_hours: 1082990, idle: 64 kW, overhead: 27 kW, grid: { intensity: 57 g/kWh } }',
  'reserved hours':
    'phases:\n  - { phase: training, hardware: 64 x H100, accelerator_hours: 40000, reserved_hours: 52000, idle_power: 90 W, site: aws us-west-2 }',
  'a contract':
    'phases:\n  - { phase: training, hardware: 8 x H100, duration: 20 days, site: aws us-west-2, grid: { market: { value: 20 g/kWh, cite: contract } } }',
  'a market-based zero':
    'year: 2022\nphases:\n  - { phase: training, hardware: 64 x A100, duration: 9 days, site: gcp us-east4, grid: { market_claim: provider } }',
  'a residual mix':
    'phases:\n  - { phase: training, hardware: 8 x A100, duration: 300 h, location: ES, grid: { residual_mix: { value: 282 g/kWh, cite: AIB } } }',
  'offsets':
    'offsets: { value: 30 kg, cite: registry }\nphases:\n  - { phase: training, hardware: 8 x A100, duration: 300 h, location: BR }',
  'a published total': 'phases:\n  - { phase: training, emissions: { value: 8930 t, boundary: facility, cite: its card } }',
  'a total of the authors':
    'phases:\n  - { phase: training, hardware: 8 x A100, duration: 1000 h, grid: { intensity: 400 g/kWh }, reported: 1000 kg }',
  'a total of the authors, with inputs':
    'phases:\n  - { phase: training, hardware: H100, accelerator_hours: 7.0e6, power: 700 W, pue: 1.1, grid: { intensity: 376 g/kWh }, reported: 2040 t }',
  'a base model':
    'base_model: { id: org/base, emissions: 31.22 t, boundary: facility, cite: its card }\nphases:\n  - { phase: finetuning, hardware: A100, duration: 14 h, location: KR }',
  'a base model with energy':
    'base_model: { id: org/base, emissions: 390 t, energy: 910 MWh, cite: its card }\nphases:\n  - { phase: finetuning, hardware: L40S, duration: 14 h, location: AU }',
  'water': 'phases:\n  - { phase: training, hardware: 128 x A100, duration: 11 days, site: azure westus3, wue: 0.49 L/kWh }',
  'embodied emissions by the owner':
    'phases:\n  - { phase: training, hardware: { accelerator: A100, per_node: 8, embodied: { accelerator: 150 kg, server: 2500 kg, lifetime: 6 years, occupancy: 85 % } }, accelerators: 64, duration: 800 h, location: CA-QC }',
  'several phases': [
    'cloud: gcp',
    'region: europe-west4',
    'pue: 1.09',
    'phases:',
    '  - { phase: data, hardware: 8 x H100, duration: 30 h }',
    '  - { phase: experiments, hardware: 8 x H100, duration: 200 h }',
    '  - { phase: training, hardware: 8 x H100, duration: 400 h }',
    '  - { phase: evaluation, hardware: 8 x H100, duration: 9 h }',
  ].join('\n'),
  'phases at two places': [
    'sites: { a: { cloud: aws, region: us-east-2, pue: 1.2 }, b: { cloud: gcp, region: europe-west4, pue: 1.07 } }',
    'phases:',
    '  - { phase: training, site: a, hardware: 64 x A100, duration: 12 days }',
    '  - { phase: finetuning, site: b, hardware: 8 x H100, duration: 9 h }',
  ].join('\n'),
  'a deployment with requests': [
    'location: US',
    'phases:',
    '  - { phase: training, hardware: 8 x A100, duration: 60 h }',
    '  - { phase: deployment, hardware: 2 x L4, duration: 30 days, requests: 1200000 }',
  ].join('\n'),
  'a metered deployment': [
    'phases:',
    '  - { phase: training, hardware: A100, energy: 433 MWh, accelerator_hours: 1082990, grid: { intensity: 57 g/kWh } }',
    '  - { phase: deployment, energy: { value: 914 kWh, boundary: components, basis: measured }, grid: { intensity: 394 g/kWh }, requests: 230768, duration: 18 days }',
  ].join('\n'),
  'an endpoint that waits, whose energy and emissions give a world average by chance':
    'site: California\npue: 1\nphases:\n  - { phase: training, hardware: 1 x A100, duration: 0.01 h }\n  - { phase: deployment, hardware: 2 x L4, duration: 30 days, requests: 7 }',
  'a deployment alone':
    'phases:\n  - { phase: deployment, hardware: 4 x T4, duration: 7 days, requests: 40000, tokens: 9e6, location: IN }',
  'models of two sizes': [
    'pue: 1.1',
    'grid: { intensity: 385 g/kWh }',
    'phases:',
    '  - { phase: training, name: 7B, hardware: A100 SXM 80GB, power: 400 W, accelerator_hours: 184320, reported: 31.22 t }',
    '  - { phase: training, name: 13B, hardware: A100 SXM 80GB, power: 400 W, accelerator_hours: 368640, reported: 62.44 t }',
  ].join('\n'),
};
