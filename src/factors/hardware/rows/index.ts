import type { AcceleratorRow } from '../accelerator.js';
import { amazonRows } from './amazon.js';
import { amdRows } from './amd.js';
import { googleRows } from './google.js';
import { huaweiRows } from './huawei.js';
import { intelRows } from './intel.js';
import { nvidiaRows } from './nvidia.js';
import { nvidiaCardRows } from './nvidia-cards.js';
import { nvidiaOlderCardRows } from './nvidia-older-cards.js';

/** Every device with a source of its own. Within a family the first row that fits a name is taken. */
export const acceleratorRows: readonly AcceleratorRow[] = [
  ...nvidiaRows,
  ...nvidiaCardRows,
  ...nvidiaOlderCardRows,
  ...amdRows,
  ...intelRows,
  ...googleRows,
  ...amazonRows,
  ...huaweiRows,
];
