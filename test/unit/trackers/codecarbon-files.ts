/** Columns of `emissions.csv` by the versions of CodeCarbon that write them, in their order. */
const power = 'cpu_power,gpu_power,ram_power,cpu_energy,gpu_energy,ram_energy,energy_consumed';
const place = 'country_name,country_iso_code,region,cloud_provider,cloud_region,os,python_version';
const machine = 'cpu_count,cpu_model,gpu_count,gpu_model,longitude,latitude,ram_total_size,tracking_mode';
const first = 'duration,emissions,energy_consumed,country_name,country_iso_code,region,on_cloud,cloud_provider,cloud_region';
const use = 'cpu_utilization_percent,gpu_utilization_percent,ram_utilization_percent,ram_used_gb';
const heat = 'cpu_temperature,gpu_temperature';
const neuron = 'neuron_power,neuron_energy,neuron_utilization_pct';

export const versions: Readonly<Record<string, string>> = {
  '0.1': `experiment_id,timestamp,project_name,${first}`,
  '1.2': `timestamp,experiment_id,project_name,${first}`,
  '2.1.4': `timestamp,project_name,run_id,duration,emissions,emissions_rate,${power},${place},${machine},on_cloud`,
  '2.2.2': `timestamp,project_name,run_id,duration,emissions,emissions_rate,${power},${place},codecarbon_version,${machine},on_cloud`,
  '2.6.0': `timestamp,project_name,run_id,duration,emissions,emissions_rate,${power},${place},codecarbon_version,${machine},on_cloud,pue`,
  '3.0.7': `timestamp,project_name,run_id,experiment_id,duration,emissions,emissions_rate,${power},${place},codecarbon_version,${machine},on_cloud,pue`,
  '3.1.2': `timestamp,project_name,run_id,experiment_id,duration,emissions,emissions_rate,${power},water_consumed,${place},codecarbon_version,${machine},on_cloud,pue,wue`,
  '3.3.0': `timestamp,project_name,run_id,experiment_id,duration,emissions,emissions_rate,${power},water_consumed,${place},codecarbon_version,${machine},${use},on_cloud,pue,wue`,
  '3.4.0.dev, 40 columns': `timestamp,project_name,run_id,experiment_id,duration,emissions,emissions_rate,${power},water_consumed,${place},codecarbon_version,${machine},${use},${heat},on_cloud,pue,wue`,
  '3.4.0.dev, 43 columns': `timestamp,project_name,run_id,experiment_id,duration,emissions,emissions_rate,${power},water_consumed,${place},codecarbon_version,${machine},${use},${heat},${neuron},on_cloud,pue,wue`,
  '2021.dev': `timestamp,experiment_id,project_name,experiment_name,${first},cpu_power,gpu_power`,
};

/** What one run says, by column; private things among it. */
const run: Readonly<Record<string, string>> = {
  timestamp: '2023-11-09T15:13:33',
  project_name: 'probe',
  run_id: 'secret-run-id',
  experiment_id: 'secret-experiment',
  duration: '7200.0',
  emissions: '0.0672',
  emissions_rate: '9.3e-06',
  cpu_power: '60.0',
  gpu_power: '300.0',
  ram_power: '20.0',
  cpu_energy: '0.12',
  gpu_energy: '0.84',
  ram_energy: '0.04',
  energy_consumed: '1.0',
  water_consumed: '0.0',
  country_name: 'France',
  country_iso_code: 'FRA',
  region: 'brittany',
  cloud_provider: '',
  cloud_region: '',
  os: 'Linux-secret-host',
  python_version: '3.11.2',
  codecarbon_version: '2.3.1',
  cpu_count: '16',
  cpu_model: 'AMD EPYC, 16 cores',
  gpu_count: '1',
  gpu_model: '1 x NVIDIA A100-SXM4-80GB',
  longitude: '-4.4861',
  latitude: '48.3904',
  ram_total_size: '125.6',
  tracking_mode: 'machine',
  on_cloud: 'N',
  pue: '1.0',
  wue: '0.0',
};

export type Changes = Readonly<Record<string, string>>;

/** A file: rows are what differs from the run above. */
export function emissionsCsv(columns: string, rows: readonly Changes[] = [{}]): string {
  const names = columns.split(',');
  const cell = (text: string): string => (text.includes(',') ? `"${text}"` : text);
  const lines = rows.map((changes) => names.map((name) => cell(changes[name] ?? run[name] ?? '0.0')).join(','));
  return [columns, ...lines, ''].join('\n');
}
