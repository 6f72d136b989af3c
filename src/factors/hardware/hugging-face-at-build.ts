import { SKUS } from '@huggingface/tasks';

/** The tables of devices that are read, by vendor. The package has many others, so the bundle holds the result of this call, as text. */
export function tablesOfPackage(): Readonly<Record<string, unknown>> {
  return { NVIDIA: SKUS.GPU.NVIDIA, AMD: SKUS.GPU.AMD, Intel: SKUS.GPU.INTEL, Apple: SKUS['Apple Silicon']['-'] };
}
