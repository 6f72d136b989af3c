import type { Factor, FactorSource } from '../../factor.js';

const nvidiaPcf = (board: string, year: number): FactorSource => ({
  id: `nvidia-pcf-${board.toLowerCase().replaceAll(' ', '-')}`,
  title: `NVIDIA, Product Carbon Footprint Summary for NVIDIA ${board}`,
  url: 'https://www.nvidia.com/en-us/sustainability/',
  year,
  licence: '© NVIDIA; figure quoted',
});

/** For all four A100s: the source names no form factor. */
export const a100Embodied: Factor<'kgCO2e'> = {
  id: 'device-a100-embodied',
  title: 'NVIDIA A100, manufacture',
  value: 127.6,
  range: 'embodied-footprint',
  unit: 'kgCO2e',
  kind: 'embodied, cradle-to-gate, from a teardown',
  note: 'The BLOOM paper has about 150 kg, which it calls a lower bound; its range includes that.',
  source: {
    id: 'falk-2025-a100',
    title: 'S. Falk et al.: More than Carbon: Cradle-to-Grave environmental impacts of GenAI training on the Nvidia A100 GPU. arXiv 2509.00093',
    url: 'https://arxiv.org/abs/2509.00093',
    year: 2025,
    licence: '© the authors; figure quoted',
  },
};

/** √(164 × 273): an eighth of NVIDIA's baseboard (1,312 kg with switches and heat sinks), and the figure of EcoLogits. */
export const h100SxmEmbodied: Factor<'kgCO2e'> = {
  id: 'device-h100-sxm5-embodied',
  title: 'NVIDIA H100 SXM5, manufacture',
  value: Math.round(Math.sqrt((1312 / 8) * 273)),
  range: 'embodied-footprint',
  unit: 'kgCO2e',
  kind: 'embodied, cradle-to-gate',
  note: 'Geometric mean of two: 164 kg, an eighth of the HGX H100 baseboard (1,312 kg, switches and heat sinks included), and 273 kg (EcoLogits 2026).',
  source: {
    id: 'h100-embodied-mean',
    title: 'Geometric mean of NVIDIA, Product Carbon Footprint Summary for NVIDIA HGX H100 (164 kg for each of eight), and EcoLogits 2026 (273 kg)',
    url: 'https://www.nvidia.com/en-us/sustainability/',
    year: 2026,
    licence: '© NVIDIA; EcoLogits MPL-2.0; figures quoted',
  },
};

/** An eighth of the baseboard, which is 2,274 kg: 284 kg in print, unrounded here. */
export const b200Embodied: Factor<'kgCO2e'> = {
  id: 'device-b200-embodied',
  title: 'NVIDIA B200, manufacture',
  value: 2274 / 8,
  range: 'embodied-footprint',
  unit: 'kgCO2e',
  kind: 'embodied, cradle-to-gate',
  note: 'HGX B200 baseboard, 2,274 kg ÷ 8: switches and heat sinks of the board are included.',
  source: nvidiaPcf('HGX B200', 2025),
};

/** Of the chip on its tray; the host of eight is another 3,550 kg there. */
export const tpuV6eEmbodied: Factor<'kgCO2e'> = {
  id: 'device-tpu-v6e-embodied',
  title: 'Google TPU v6e, manufacture',
  value: 323,
  range: 'embodied-footprint',
  unit: 'kgCO2e',
  kind: 'embodied, cradle-to-gate',
  note: 'As EcoLogits quotes the study in its method for video generation; its host is not included.',
  source: {
    id: 'schneider-2025-tpu',
    title: 'I. Schneider et al.: Life-Cycle Emissions of AI Hardware. arXiv 2502.01671; as quoted by EcoLogits',
    url: 'https://arxiv.org/abs/2502.01671',
    year: 2025,
    licence: '© the authors; figure quoted',
  },
};
