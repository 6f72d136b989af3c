import { SKUS } from '@huggingface/tasks';
import { describe, expect, it, test } from 'vitest';
import { findDevice, processorNamed } from '../../../../../src/factors/hardware/index.js';

const brief = (text: string): string => {
  const lookup = findDevice(text);
  if (lookup.found === undefined) return `${lookup.why}: ${lookup.candidates.join('; ')}`;
  const { device, count, instance } = lookup.found;
  const { power } = device;
  const held = count ?? instance?.accelerators;
  return `${held === undefined ? '' : `${held} × `}${device.id}: ${Number(power.value.toPrecision(4))} ${power.unit}, ${power.source.year}, ${power.source.id}`;
};

describe('names that logs print', () => {
  it.each([
    ['NVIDIA B300 SXM6 AC', 'b300-sxm6-288gb: 1100 W, 2025, nvidia-blackwell-ultra-datasheet'],
    ['NVIDIA A100-SXM-64GB', 'a100-sxm4-64gb: 467 W, 2026, nvidia-smi-published-logs'],
    ['Tesla V100-SXM3-32GB', 'v100-sxm3-32gb: 350 W, 2026, nvidia-smi-published-logs'],
    ['NVIDIA H20-3e', 'h20-3e-141gb: 500 W, 2026, nvidia-smi-published-logs'],
    ['AMD Instinct MI350X', 'instinct-mi350x: 1000 W, 2026, epoch-ml-hardware'],
    ['MI325X 256GB HBM3E DLC', 'instinct-mi325x: 1000 W, 2024, amd-mi325x-datasheet'],
    ['Intel(R) Data Center GPU Max 1550', 'data-center-gpu-max-1550: 600 W, 2026, epoch-ml-hardware'],
    ['Intel Max 1100', 'data-center-gpu-max-1100: 300 W, 2026, epoch-ml-hardware'],
    ['NVIDIA GeForce RTX 3050', 'geforce-rtx-3050-8gb: 130 W, 2026, nvidia-smi-published-logs'],
    ['NVIDIA GeForce RTX 3070 Ti Laptop GPU', 'rtx-3070-ti-mobile: 125 W, 2026, huggingface-tasks'],
    ['NVIDIA GeForce RTX 3080 Ti Laptop GPU', 'geforce-rtx-3080-ti-mobile: 150 W, 2022, reported-rtx-3080-ti-laptop'],
    ['NVIDIA GeForce RTX 2060 SUPER', 'geforce-rtx-2060-super: 175 W, 2019, reported-rtx-2060-super'],
    ['NVIDIA GeForce GTX 1660 Ti', 'geforce-gtx-1660-ti: 120 W, 2026, nvidia-smi-published-logs'],
    ['NVIDIA GeForce GTX 1660 SUPER', 'geforce-gtx-1660-super: 125 W, 2019, reported-gtx-16-super'],
    ['NVIDIA GeForce GTX 1650 SUPER', 'geforce-gtx-1650-super: 100 W, 2019, reported-gtx-16-super'],
    ['NVIDIA GeForce GTX 1650 Ti', 'geforce-gtx-1650-ti: 50 W, 2026, nvidia-smi-published-logs'],
    ['GeForce GTX 1050', 'geforce-gtx-1050: 75 W, 2026, nvidia-smi-published-logs'],
    ['GeForce GTX 980 Ti', 'geforce-gtx-980-ti: 250 W, 2026, nvidia-smi-published-logs'],
    ['GeForce GTX 980', 'geforce-gtx-980: 165 W, 2026, epoch-ml-hardware'],
    ['GeForce GTX 970', 'geforce-gtx-970: 145 W, 2024, reported-gtx-970'],
    ['TITAN X (Pascal)', 'titan-x-pascal: 250 W, 2026, nvidia-smi-published-logs'],
    ['GeForce GTX TITAN X', 'geforce-gtx-titan-x: 250 W, 2026, epoch-ml-hardware'],
    ['Quadro RTX 5000', 'quadro-rtx-5000: 230 W, 2026, nvidia-smi-published-logs'],
    ['Quadro RTX 4000', 'quadro-rtx-4000: 125 W, 2026, nvidia-smi-published-logs'],
    ['Quadro P5000', 'quadro-p5000: 180 W, 2026, nvidia-smi-published-logs'],
    ['Quadro GV100', 'quadro-gv100: 250 W, 2026, nvidia-smi-published-logs'],
    ['Quadro M6000', 'quadro-m6000: 250 W, 2026, nvidia-smi-published-logs'],
    ['NVIDIA T1000', 't1000: 50 W, 2025, reported-t1000'],
    ['NVIDIA RTX A4500', 'rtx-a4500: 200 W, 2026, nvidia-smi-published-logs'],
    ['NVIDIA RTX A5500', 'rtx-a5500: 230 W, 2026, nvidia-smi-published-logs'],
    ['NVIDIA RTX A1000', 'rtx-a1000: 50 W, 2024, reported-rtx-a1000'],
    ['NVIDIA A16', 'tesla-a16: 62 W, 2026, nvidia-smi-published-logs'],
    ['Tesla P4', 'tesla-p4: 75 W, 2026, nvidia-smi-published-logs'],
    ['Tesla K40m', 'tesla-k40: 235 W, 2026, nvidia-smi-published-logs'],
    ['Tesla K20m', 'tesla-k20: 225 W, 2026, nvidia-smi-published-logs'],
    ['Tesla M60', 'tesla-m60: 150 W, 2026, nvidia-smi-published-logs'],
    ['AMD Radeon RX 6900 XT', 'radeon-rx-6900-xt: 300 W, 2020, reported-rx-6000'],
    ['RX 6800 XT', 'radeon-rx-6800-xt: 300 W, 2020, reported-rx-6000'],
    ['AMD RX480', 'radeon-rx-480: 150 W, 2025, green-algorithms-3'],
    ['TPU7x', 'tpu7x: 960 W, 2026, epoch-ml-hardware'],
    ['Ironwood', 'tpu7x: 960 W, 2026, epoch-ml-hardware'],
    ['Trainium3', 'trainium3: 700 W, 2026, epoch-ml-hardware'],
    ['Ascend 910B', 'ascend-910b: 400 W, 2026, epoch-ml-hardware'],
    ['Huawei Ascend 910C', 'ascend-910c: 700 W, 2026, epoch-ml-hardware'],
    ['RTX 8000', 'quadro-rtx-8000: 260 W, 2018, nvidia-quadro-rtx-datasheet'],
    ['RTX PRO 6000 WS', 'rtx-pro-6000-workstation: 600 W, 2026, huggingface-tasks'],
  ])('%s', (text, expected) => {
    expect(brief(text)).toBe(expected);
  });

  it('an Apple M4 is no Tesla M4', () => {
    expect(brief('Tesla M4')).toBe('tesla-m4: 75 W, 2015, reported-anandtech-tesla-maxwell');
    expect(brief('NVIDIA M4')).toBe('tesla-m4: 75 W, 2015, reported-anandtech-tesla-maxwell');
    expect(brief('M4')).toContain('m4: 22 W');
    expect(brief('Apple M4')).toContain('m4: 22 W');
    expect(brief('Apple A100')).toContain('unknown');
  });

  it('variants made for one machine are not meant by a plain name', () => {
    expect(findDevice('V100')).toMatchObject({ steps: [{ text: expect.not.stringContaining('SXM3') }] });
    expect(findDevice('A100')).toMatchObject({ steps: [{ text: expect.not.stringContaining('64GB') }] });
  });
});

describe('a number of them, as schedulers and clouds write it', () => {
  it.each([
    ['gres:gpu:a100:4', '4 × a100-sxm4-80gb'],
    ['gres/gpu:h100=8', '8 × h100-sxm5-80gb'],
    ['Kaggle T4 x2', '2 × t4'],
    ['Kaggle P100', 'p100-pcie-16gb'],
    ['Colab T4', 't4'],
    ['DGX A100', '8 × a100-sxm4-80gb'],
    ['NVIDIA DGX H100', '8 × h100-sxm5-80gb'],
    ['4 x DGX H100', '32 × h100-sxm5-80gb'],
    ['DGX-2', '16 × v100-sxm3-32gb'],
    ['n1-standard-8 + T4', 't4'],
    ['n1-standard-16 + 4 x V100', '4 × v100-sxm2-32gb'],
    ['p6e-gb200.36xlarge', '4 × gb200-186gb'],
    ['g3.8xlarge', '2 × tesla-m60'],
    ['g5g.metal', '2 × t4'],
    ['g6f.2xlarge', '0.25 × l4'],
    ['g7e.48xlarge', '8 × rtx-pro-6000-blackwell-server'],
    ['a4x-maxgpu-4g-metal', '4 × gb300-288gb'],
    ['tpu7x-standard-4t', '4 × tpu7x'],
    ['Standard_NG16ads_V620_v1', '0.5 × radeon-pro-v620'],
    ['BM.GPU.H100.8', '8 × h100-sxm5-80gb'],
    ['BM.GPU4.8', '8 × a100-sxm4-40gb'],
    ['VM.GPU.A10.2', '2 × a10'],
    ['gpu_8x_h100_sxm5', '8 × h100-sxm5-80gb'],
    ['gpu_8x_a100_80gb_sxm4', '8 × a100-sxm4-80gb'],
    ['gpu_1x_gh200', '1 × gh200-96gb'],
    ['H100-SXM-8-80G', '8 × h100-sxm5-80gb'],
    ['H100-1-80G', '1 × h100-pcie-80gb'],
    ['L40S-4-48G', '4 × l40s'],
    ['GPU-3070-S', '1 × rtx-3070'],
    ['t4-small', '1 × t4'],
    ['a10g-large', '1 × a10g'],
    ['a10g-largex4', '4 × a10g'],
    ['l40sx4', '4 × l40s'],
  ])('%s', (text, expected) => {
    expect(brief(text).replace(/:.*/, '')).toBe(expected);
  });

  it.each([
    ['trn3.48xlarge', ['AWS Trainium3']],
    ['p6e-gb300.36xlarge', ['NVIDIA GB300 288GB']],
    ['Radeon VII', ['AMD MI60', 'AMD MI50']],
    ['NVIDIA GeForce RTX 2080 SUPER', ['NVIDIA RTX 2080', 'NVIDIA RTX 2070 SUPER', 'NVIDIA GeForce RTX 2080 Ti']],
  ])('%s is answered with what to write', (text, candidates) => {
    expect(findDevice(text)).toEqual({ why: 'unknown', candidates });
    for (const candidate of candidates) expect(findDevice(candidate).found).toBeDefined();
  });
});

describe('a machine type without accelerators', () => {
  it.each([
    ['c5.4xlarge', '16 vCPUs'],
    ['m5.xlarge', '4 vCPUs'],
    ['4 x c5.4xlarge', '64 vCPUs'],
    ['n2-standard-16', '16 vCPUs'],
    ['Standard_D16s_v5', '16 vCPUs'],
  ])('%s is answered with its vCPUs', (text, vcpus) => {
    expect(findDevice(text)).toEqual({ why: 'unknown', candidates: [vcpus] });
  });

  it.each(['c7g.4xlarge', 'c7a.4xlarge', 'Standard_D16ps_v5'])('%s, whose vCPUs are whole cores, has no such answer', (text) => {
    expect(findDevice(text)).not.toMatchObject({ candidates: ['16 vCPUs'] });
  });
});

describe('a slice of a card', () => {
  it.each([
    ['NVIDIA A100-SXM4-40GB MIG 3g.20gb', 'a100-sxm4-40gb', 3 / 7, 20],
    ['NVIDIA A100-SXM4-80GB MIG 1g.10gb', 'a100-sxm4-80gb', 1 / 7, 10],
    ['A100 MIG 1g.5gb', 'a100-sxm4-40gb', 1 / 7, 5],
    ['A100 MIG 3g.40gb', 'a100-sxm4-80gb', 3 / 7, 40],
    ['NVIDIA H100 80GB HBM3 MIG 2g.20gb', 'h100-sxm5-80gb', 2 / 7, 20],
    ['NVIDIA H100 80GB HBM3 MIG 1c.3g.40gb', 'h100-sxm5-80gb', 1 / 7, 40],
    ['A30 MIG 1g.6gb', 'a30', 1 / 4, 6],
    ['gpu:a100_3g.20gb:2', 'a100-sxm4-40gb', 3 / 7, 20],
    ['GRID A100D-40C', 'a100-pcie-80gb', 1 / 2, 40],
    ['GRID A100X-10C', 'a100-sxm4-40gb', 1 / 4, 10],
    ['GRID A100-3-20C', 'a100-pcie-40gb', 3 / 7, 20],
    ['NVIDIA A10-12Q', 'a10', 1 / 2, 12],
    ['NVIDIA L40S-24C', 'l40s', 1 / 2, 24],
    ['GRID T4-4Q', 't4', 1 / 4, 4],
  ])('%s is a part of %s: %d, with %d GB', (text, card, part, memoryGB) => {
    const slice = findDevice(text).found?.device;
    const whole = findDevice(card.replace('quadro-', '')).found?.device;
    expect(slice).toMatchObject({ memoryGB, share: { of: card, part } });
    expect(whole?.id).toBe(card);
    expect(slice?.power.value).toBeCloseTo((whole?.power.value ?? 0) * part, 9);
    expect(slice?.embodied.value).toBeCloseTo((whole?.embodied.value ?? 0) * part, 9);
    expect(slice?.power.source).toEqual(whole?.power.source);
  });

  it('of all of its memory is the card', () => {
    expect(findDevice('GRID A100-40C').found?.device).toBe(findDevice('A100 PCIe 40GB').found?.device);
    expect(findDevice('NVIDIA A10-24Q').found?.device.id).toBe('a10');
  });

  it('that no such card has is unknown', () => {
    expect(findDevice('T4 MIG 1g.160gb').found).toBeUndefined();
    expect(findDevice('GRID T4-48Q').found).toBeUndefined();
  });
});

test('every GPU, processor and Apple chip of @huggingface/tasks is found by its own name', () => {
  const tables: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    ['NVIDIA', SKUS.GPU.NVIDIA],
    ['AMD', SKUS.GPU.AMD],
    ['Intel', SKUS.GPU.INTEL],
    ['Qualcomm', SKUS.GPU.QUALCOMM],
    ['Intel', SKUS.CPU.Intel],
    ['AMD', SKUS.CPU.AMD],
    ['', SKUS['Apple Silicon']['-']],
  ];
  const names = tables.flatMap(([maker, table]) => Object.keys(table).flatMap((name) => [name, `${maker} ${name}`.trim()]));
  expect(names.length).toBeGreaterThan(450);
  expect(names.filter((name) => findDevice(name).found === undefined && processorNamed(name) === undefined)).toEqual([]);
});
