import type { Factor, FactorSource } from '../factor.js';
import { bloom } from '../sources.js';

/** A computing centre, or a machine of one, that people name as the place of a run. */
export interface CentreRow {
  readonly id: string;
  /** Its name and what else it is called, separated by commas. Names that are also common words have their centre with them. */
  readonly names: string;
  readonly operator: string;
  readonly city: string;
  /** ISO 3166 alpha-2. */
  readonly country: string;
  /** Electricity Maps zone, where the country has several. */
  readonly zone?: string | undefined;
  /** The operator's page, which says where the machine is. */
  readonly url: string;
  readonly pue?: CentrePue | undefined;
}

interface CentrePue {
  readonly value: number;
  readonly year?: number | undefined;
  readonly kind: string;
  readonly note?: string | undefined;
  readonly source: FactorSource;
}

const jeanZayPue: CentrePue = {
  value: 1.2,
  kind: 'as the paper gives it',
  note: 'Not applied in the paper’s own total, which adds measured infrastructure power instead.',
  source: bloom,
};

const marenostrumPue: CentrePue = {
  value: 1.08,
  year: 2025,
  kind: 'as the operator’s evaluation gives it',
  note: 'The lowest that was reached, not a yearly average.',
  source: {
    id: 'bsc-marenostrum5-2025',
    title: 'Barcelona Supercomputing Center: evaluation of MareNostrum 5, by its published summary',
    url: 'https://www.newx.sg/paper/detail/0bac0ef7-f823-11f0-b84c-00163e10baa7',
    year: 2025,
    licence: '© the authors; figure quoted',
  },
};

const nrelPue: CentrePue = {
  value: 1.036,
  kind: 'yearly, as the operator published it',
  source: {
    id: 'nrel-pue',
    title: 'NREL: High-Performance Computing Data Center Power Usage Effectiveness',
    url: 'https://www.nrel.gov/computational-science/measuring-efficiency-pue.html',
    year: 2025,
    licence: '© NREL; figure quoted',
  },
};

type Row = readonly [id: string, names: string, operator: string, city: string, grid: string, url: string, pue?: CentrePue];

/**
 * Zones by the city that the machine is in and the utility or bidding zone there. A centre without a PUE has the default of data centres:
 * its operator publishes none that was found. A contract, such as that of Jean Zay, is for the manifest to declare, never a row here.
 */
// biome-ignore format: a table
const rows: readonly Row[] = [
  ['lumi', 'LUMI,LUMI-G,LUMI-C', 'CSC', 'Kajaani', 'FI', 'https://www.lumi-supercomputer.eu'],
  ['mahti', 'Mahti,Puhti,Roihu', 'CSC', 'Kajaani', 'FI', 'https://docs.csc.fi'],
  ['leonardo', 'Leonardo,Leonardo Booster', 'CINECA', 'Bologna', 'IT-NO', 'https://leonardo-supercomputer.cineca.eu'],
  ['marconi', 'Marconi100,Marconi 100,Galileo100', 'CINECA', 'Bologna', 'IT-NO', 'https://www.hpc.cineca.it'],
  ['marenostrum-5', 'MareNostrum 5,MareNostrum5,MN5,MareNostrum', 'BSC', 'Barcelona', 'ES', 'https://www.bsc.es/marenostrum/marenostrum-5', marenostrumPue],
  ['juwels', 'JUWELS,JUWELS Booster,JURECA,JURECA-DC', 'Jülich Supercomputing Centre', 'Jülich', 'DE', 'https://www.fz-juelich.de/en/ias/jsc/systems/supercomputers'],
  ['jupiter', 'JUPITER,JUPITER Booster,JEDI', 'Jülich Supercomputing Centre', 'Jülich', 'DE', 'https://www.fz-juelich.de/en/ias/jsc/jupiter'],
  ['horeka', 'HoreKa,HAICORE,bwUniCluster', 'KIT', 'Karlsruhe', 'DE', 'https://www.nhr.kit.edu'],
  ['supermuc', 'SuperMUC-NG,SuperMUC,LRZ', 'Leibniz Supercomputing Centre', 'Garching', 'DE', 'https://www.lrz.de'],
  ['hlrs', 'HLRS,HLRS Hawk,HLRS Hunter', 'HLRS', 'Stuttgart', 'DE', 'https://www.hlrs.de'],
  ['levante', 'Levante,DKRZ', 'DKRZ', 'Hamburg', 'DE', 'https://www.dkrz.de'],
  ['alex', 'NHR@FAU,NHR FAU Alex', 'NHR@FAU', 'Erlangen', 'DE', 'https://hpc.fau.de'],
  ['capella', 'TU Dresden Capella,ZIH,TU Dresden Alpha Centauri', 'TU Dresden', 'Dresden', 'DE', 'https://doc.zih.tu-dresden.de'],
  ['raven', 'MPCDF,MPCDF Raven,MPCDF Viper', 'MPCDF', 'Garching', 'DE', 'https://www.mpcdf.mpg.de'],
  ['snellius', 'Snellius,SURF Snellius,SURFsara', 'SURF', 'Amsterdam', 'NL', 'https://www.surf.nl/en/services/snellius-the-national-supercomputer'],
  ['alps', 'Alps,CSCS Alps,Piz Daint,CSCS', 'CSCS', 'Lugano', 'CH', 'https://www.cscs.ch/computers/alps'],
  ['jean-zay', 'Jean Zay,Jean-Zay', 'IDRIS', 'Orsay', 'FR', 'http://www.idris.fr/eng/jean-zay', jeanZayPue],
  ['adastra', 'Adastra', 'CINES', 'Montpellier', 'FR', 'https://www.cines.fr/calcul/adastra'],
  ['joliot-curie', 'Joliot-Curie,TGCC,Irene', 'CEA', 'Bruyères-le-Châtel', 'FR', 'https://www-hpc.cea.fr'],
  ['grid5000', "Grid'5000,Grid5000", 'Inria', 'Nancy, Lyon, Grenoble and others', 'FR', 'https://www.grid5000.fr'],
  ['meluxina', 'MeluXina', 'LuxProvide', 'Bissen', 'LU', 'https://www.luxprovide.lu'],
  ['karolina', 'Karolina,IT4Innovations', 'IT4Innovations', 'Ostrava', 'CZ', 'https://www.it4i.cz/en/infrastructure/karolina'],
  ['izum-vega', 'IZUM Vega,HPC Vega', 'IZUM', 'Maribor', 'SI', 'https://www.izum.si/en/vega-en'],
  ['deucalion', 'Deucalion', 'FCT', 'Guimarães', 'PT', 'https://docs.macc.fccn.pt'],
  ['discoverer', 'Discoverer', 'Sofia Tech Park', 'Sofia', 'BG', 'https://discoverer.bg'],
  ['cyfronet', 'Cyfronet,Athena Cyfronet,Helios Cyfronet', 'Cyfronet AGH', 'Kraków', 'PL', 'https://www.cyfronet.pl'],
  ['dardel', 'Dardel', 'PDC', 'Stockholm', 'SE-SE3', 'https://www.pdc.kth.se'],
  ['berzelius', 'Berzelius,Tetralith', 'NSC', 'Linköping', 'SE-SE3', 'https://www.nsc.liu.se'],
  ['alvis', 'Alvis', 'C3SE', 'Gothenburg', 'SE-SE3', 'https://www.c3se.chalmers.se'],
  ['betzy', 'Betzy', 'Sigma2', 'Trondheim', 'NO-NO3', 'https://www.sigma2.no'],
  ['gefion', 'Gefion', 'DCAI', 'Copenhagen', 'DK-DK2', 'https://dcai.dk'],
  ['isambard-ai', 'Isambard-AI,Isambard', 'University of Bristol', 'Bristol', 'GB', 'https://docs.isambard.ac.uk'],
  ['archer2', 'ARCHER2,Cirrus EPCC', 'EPCC', 'Edinburgh', 'GB', 'https://www.archer2.ac.uk'],
  ['dawn', 'Dawn Cambridge,Cambridge Dawn,CSD3', 'University of Cambridge', 'Cambridge', 'GB', 'https://www.hpc.cam.ac.uk'],
  ['baskerville', 'Baskerville', 'University of Birmingham', 'Birmingham', 'GB', 'https://www.baskerville.ac.uk'],
  ['frontier', 'Frontier,OLCF,Crusher', 'Oak Ridge National Laboratory', 'Oak Ridge', 'US-TEN-TVA', 'https://www.olcf.ornl.gov/frontier'],
  ['summit', 'Summit', 'Oak Ridge National Laboratory', 'Oak Ridge', 'US-TEN-TVA', 'https://www.olcf.ornl.gov/summit'],
  ['aurora', 'Aurora', 'Argonne National Laboratory', 'Lemont', 'US-MIDA-PJM', 'https://www.alcf.anl.gov/aurora'],
  ['polaris', 'Polaris,ALCF', 'Argonne National Laboratory', 'Lemont', 'US-MIDA-PJM', 'https://www.alcf.anl.gov/polaris'],
  ['perlmutter', 'Perlmutter,NERSC', 'NERSC', 'Berkeley', 'US-CAL-CISO', 'https://docs.nersc.gov/systems/perlmutter'],
  ['el-capitan', 'El Capitan,Tuolumne,LLNL', 'Lawrence Livermore National Laboratory', 'Livermore', 'US-CAL-CISO', 'https://hpc.llnl.gov'],
  ['expanse', 'SDSC Expanse,SDSC', 'San Diego Supercomputer Center', 'San Diego', 'US-CAL-CISO', 'https://www.sdsc.edu'],
  ['tacc', 'TACC,Frontera,Stampede3,Lonestar6,TACC Vista', 'TACC', 'Austin', 'US-TEX-ERCO', 'https://tacc.utexas.edu'],
  ['delta', 'NCSA Delta,NCSA DeltaAI,DeltaAI,NCSA', 'NCSA', 'Urbana', 'US-MIDW-MISO', 'https://www.ncsa.illinois.edu'],
  ['bridges-2', 'Bridges-2', 'Pittsburgh Supercomputing Center', 'Pittsburgh', 'US-MIDA-PJM', 'https://www.psc.edu/resources/bridges-2'],
  ['anvil', 'Purdue Anvil', 'Purdue University', 'West Lafayette', 'US-MIDW-MISO', 'https://www.rcac.purdue.edu/anvil'],
  ['kestrel', 'Kestrel,NREL Kestrel,NREL Eagle,NREL', 'NREL', 'Golden', 'US-NW-PSCO', 'https://www.nrel.gov/hpc', nrelPue],
  ['narval', 'Narval,Béluga', 'Calcul Québec', 'Montréal', 'CA-QC', 'https://docs.alliancecan.ca/wiki/Narval'],
  ['mila', 'Mila cluster,Mila', 'Mila', 'Montréal', 'CA-QC', 'https://docs.mila.quebec'],
  ['rorqual', 'Rorqual', 'Calcul Québec', 'Montréal', 'CA-QC', 'https://docs.alliancecan.ca/wiki/Rorqual'],
  ['niagara', 'SciNet Niagara,SciNet Trillium,SciNet', 'SciNet', 'Toronto', 'CA-ON', 'https://docs.alliancecan.ca/wiki/Niagara'],
  ['abci', 'ABCI,ABCI 2.0,ABCI 3.0,ABCI-Q', 'AIST', 'Kashiwa', 'JP-TK', 'https://abci.ai'],
  ['tsubame', 'TSUBAME,TSUBAME 4.0,TSUBAME 3.0,TSUBAME4', 'Institute of Science Tokyo', 'Yokohama', 'JP-TK', 'https://www.t4.cii.isct.ac.jp'],
  ['miyabi', 'Miyabi,Wisteria', 'JCAHPC', 'Kashiwa', 'JP-TK', 'https://www.jcahpc.jp'],
  ['fugaku', 'Fugaku,富岳', 'RIKEN', 'Kobe', 'JP-KN', 'https://www.r-ccs.riken.jp/en/fugaku'],
  ['gadi', 'Gadi', 'NCI', 'Canberra', 'AU-NSW', 'https://nci.org.au'],
  ['setonix', 'Setonix', 'Pawsey', 'Perth', 'AU-WA', 'https://pawsey.org.au'],
  ['shaheen', 'Shaheen III,Shaheen,Ibex KAUST', 'KAUST', 'Thuwal', 'SA', 'https://www.hpc.kaust.edu.sa'],
  ['param-siddhi', 'PARAM Siddhi-AI,PARAM Siddhi', 'C-DAC', 'Pune', 'IN-WE', 'https://www.cdac.in'],
  ['santos-dumont', 'Santos Dumont', 'LNCC', 'Petrópolis', 'BR-CS', 'https://sdumont.lncc.br'],
];

export const centreRows: readonly CentreRow[] = rows.map(([id, names, operator, city, grid, url, pue]) => ({
  id,
  names,
  operator,
  city,
  country: grid.slice(0, 2),
  zone: grid.length > 2 ? grid : undefined,
  url,
  pue,
}));

/** The PUE that the operator publishes; none is made up. */
export function centrePueOf({ id, names, pue }: CentreRow): Factor<'1'> | undefined {
  if (pue === undefined) return undefined;
  const { value, year, kind, note, source } = pue;
  const [name = id] = names.split(',');
  const title = `PUE of ${name}${year === undefined ? '' : `, ${year}`}`;
  return { id: `facility-${id}-pue`, title, value, range: 'pue-region', unit: '1', year, kind, note, source };
}
