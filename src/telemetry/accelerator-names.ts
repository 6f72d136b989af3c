/**
 * Whether a name of a metric or a column says that its power is that of accelerators.
 *
 * @example isOfAccelerators('amd_gpu_average_package_power') //=> true
 * @example isOfAccelerators('outlet_power_watts') //=> false
 */
export function isOfAccelerators(name: string): boolean {
  return /gpu|accelerator|cuda|tpu|npu|rocm|nvidia|dcgm/i.test(name);
}
