import { describe, expect, it } from 'vitest';
import { boundaryOf } from '../../../../src/telemetry/prometheus/boundary.js';
import { knownMetrics } from '../../../../src/telemetry/prometheus/metrics.js';

const watts = { kind: 'power', scale: 1 } as const;

describe('what a metric includes', () => {
  it.each([
    ['a metric of outlets', 'pdu_outlet_watts', [{ outlet: '1' }], 'node', true],
    ['a metric named after GPUs', 'amd_gpu_average_package_power', [{ card: '1' }], 'accelerator', false],
    ['labels of GPUs', 'power_watts', [{ gpu: '0' }, { gpu_id: '1' }], 'accelerator', false],
    ['a label of GPUs on some series', 'power_watts', [{ gpu: '0' }, { outlet: '1' }], 'node', true],
    ['a label of the node that names an accelerator', 'power_watts', [{ label_gke_accelerator: 'a100' }], 'node', true],
  ] as const)('%s', (_, name, series, boundary, isAssumed) => {
    expect(boundaryOf(name, watts, series)).toEqual({ boundary, isAssumed });
  });

  it('is as the metric is known, and before that as a person says', () => {
    const ipmi = knownMetrics['ipmi_dcmi_power_consumption_watts'] ?? watts;
    expect(boundaryOf('ipmi_dcmi_power_consumption_watts', ipmi, [{ gpu: '0' }])).toEqual({ boundary: 'node', isAssumed: false });
    expect(boundaryOf('pdu_outlet_watts', watts, [{}], 'facility')).toEqual({ boundary: 'facility', isAssumed: false });
  });
});
