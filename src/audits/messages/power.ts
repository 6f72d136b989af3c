import { says, three } from './message.js';

/** Powers that a device cannot have, and powers and energies that were mistaken for each other. */
export const powerMessages = {
  powerAsEnergy: (printed: string) =>
    says(`${printed} is an energy, but the text around it describes a power.`, {
      expected: 'W or kW for a power; kWh for the energy over some hours',
    }),
  clusterPowerAsEnergy: (printed: string, hours: string) =>
    says(`${printed} is too little for the energy of this cluster over ${hours}.`, {
      expected: 'kW for a power; as an energy, power × hours',
      note: 'It is probably a power, printed in kWh.',
    }),
  energyAsPower: (printed: string) =>
    says(`${printed} is a power, but the text around it describes an energy.`, { expected: 'kWh for an energy' }),
  powerAboveLimit: (printed: string, device: string, limit: number) =>
    says(`${printed} is more than the limit of one ${device}.`, {
      expected: `at most ${limit} W`,
      note: 'The limit depends on the form: an A100 has 400 W as SXM, and 250 or 300 W as PCIe.',
    }),
  cpuAboveLimit: (printed: string, cpu: string, limit: number) =>
    says(`${printed} is more than the limit of one ${cpu}.`, {
      expected: `at most ${limit} W`,
      note: 'Some tools multiply the rated power of a processor by its number of cores.',
    }),
  aboveStatedRating: (printed: string, rating: string) =>
    says(`An average power of ${printed} is more than the stated rated power, ${rating}.`, { expected: `at most ${rating}` }),
  impliedAboveLimit: (watts: number, energy: string, hours: string, device: { readonly title: string; readonly limit: number }) =>
    says(`${energy} in ${hours} is ${three(watts)} W for each ${device.title}.`, {
      expected: `at most ${device.limit} W, plus host and facility`,
    }),
  powerBelowIdle: (printed: string, device: string, watts: number) =>
    says(`${printed} is less than the idle power of one ${device}.`, {
      expected: `an average between about ${three(watts)} W and the rated power`,
      note: 'The last sample after the run, or the reading of one card among several, can be this low.',
    }),
  impliedBelowIdle: (watts: number, energy: string, hours: string, device: { readonly title: string; readonly idle: number }) =>
    says(`${energy} in ${hours} is ${three(watts)} W for each ${device.title}, less than its idle power.`, {
      expected: `about ${three(device.idle)} W or more`,
    }),
  guessedPower: () =>
    says('A CPU power of 42.5 W is what CodeCarbon assumes for a processor that it does not know.', {
      expected: 'a measured power, or the rated power of the processor',
      note: 'It is half of a default of 85 W, whatever the machine.',
    }),
  zeroGpuEnergy: (printed: string) =>
    says(`${printed} for the GPUs: they were not measured.`, {
      expected: 'their energy, or a sentence that it is missing',
      note: 'GPUs without an energy counter, WSL and Jetson report 0.',
    }),
  zeroEnergy: (printed: string) =>
    says(`${printed}: nothing was measured.`, { expected: 'an energy above zero, or a sentence that it is missing' }),
  zeroPower: (printed: string, energy: string) =>
    says(`A power of ${printed} beside ${energy} is a last sample, or was not measured.`, { expected: 'the average power over the run' }),
} as const;
