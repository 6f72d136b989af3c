import type { FactorSource } from '../factor.js';

/** A company that rents machines, beside the three clouds that have tables of their own. */
export interface HosterRow {
  readonly id: string;
  readonly name: string;
  /** What else it is called, in letters and digits alone. */
  readonly aliases: readonly string[];
  /** The cloud that its machines are in. */
  readonly on?: 'aws' | 'gcp' | 'azure' | undefined;
  /** Its own names of regions, each with the place that it says: `fsn1=DE`. `*` is any ending. */
  readonly regions?: string | undefined;
  /** PUE of all its data centres. */
  readonly pue?: { readonly value: number; readonly year: number; readonly source: FactorSource } | undefined;
}

const ovh: FactorSource = {
  id: 'ovhcloud-environment',
  title: 'OVHcloud: Environment, key indicators',
  url: 'https://corporate.ovhcloud.com/en/sustainability/environment/',
  year: 2025,
  licence: '© OVHcloud; figure quoted',
};

const scaleway: FactorSource = {
  id: 'scaleway-impact-2024',
  title: 'Scaleway: Impact Report 2024',
  url: 'https://www.scaleway.com/en/environmental-leadership/',
  year: 2025,
  licence: '© Scaleway; figure quoted',
};

/** Regions only where the provider's name of it says the city, state or country, so that one grid is plain. */
// biome-ignore format: a table
export const hosterRows: readonly HosterRow[] = [
  { id: 'colab', name: 'Google Colab', aliases: ['colab', 'googlecolab', 'googlecolaboratory', 'colaboratory', 'colabpro', 'googlecolabpro', 'colabenterprise'], on: 'gcp' },
  { id: 'kaggle', name: 'Kaggle', aliases: ['kaggle', 'kagglenotebooks', 'kagglenotebook', 'kagglekernels', 'kagglekernel'], on: 'gcp' },
  { id: 'huggingface', name: 'Hugging Face', aliases: ['huggingface', 'huggingfacespaces', 'huggingfacespace', 'hfspaces', 'zerogpu', 'huggingfaceautotrain'] },
  { id: 'lambda', name: 'Lambda', aliases: ['lambda', 'lambdalabs', 'lambdacloud', 'lambdagpucloud', 'lambdalabscloud'], regions: 'us-west-1=California, us-south-1=Texas, us-south-2=Texas, us-south-3=Texas, us-east-1=Virginia, us-west-3=Utah, us-midwest-1=US-MIDA-PJM, europe-central-1=DE, asia-northeast-1=JP-TK, me-west-1=IL' },
  { id: 'coreweave', name: 'CoreWeave', aliases: ['coreweave'], regions: 'ord1=US-MIDA-PJM, las1=US-NW-NEVP, lga1=US-MIDA-PJM' },
  { id: 'runpod', name: 'RunPod', aliases: ['runpod', 'runpodio', 'runpodcloud'], regions: 'ca-mtl-*=CA-QC, us-tx-*=Texas, us-ca-*=California, us-ga-*=US-GA, us-ks-*=Kansas, us-il-*=US-IL, us-wa-*=US-WA, us-or-*=US-OR, us-nc-*=US-NC, eu-ro-*=RO, eu-se-*=SE, eu-cz-*=CZ, eu-nl-*=NL, eu-fr-*=FR, eur-is-*=IS, eur-no-*=NO, ap-jp-*=JP, oc-au-*=AU' },
  { id: 'modal', name: 'Modal', aliases: ['modal', 'modallabs', 'modalcom'] },
  { id: 'vast', name: 'Vast.ai', aliases: ['vastai', 'vast'] },
  { id: 'ovh', name: 'OVHcloud', aliases: ['ovh', 'ovhcloud'], regions: 'gra*=FR, rbx*=FR, sbg*=FR, eu-west-par=FR, bhs*=CA-QC, ca-east-bhs=CA-QC, ca-east-tor=CA-ON, de*=DE, uk*=GB, waw*=PL, sgp*=SG, syd*=AU-NSW, eu-south-mil=IT-NO', pue: { value: 1.26, year: 2025, source: ovh } },
  { id: 'oci', name: 'Oracle Cloud', aliases: ['oci', 'oracle', 'oraclecloud', 'oraclecloudinfrastructure'], regions: 'us-ashburn-1=Virginia, us-chicago-1=Chicago, us-sanjose-1=San Jose, ca-toronto-1=CA-ON, ca-montreal-1=CA-QC, uk-london-1=GB, uk-cardiff-1=GB, eu-frankfurt-1=DE, eu-amsterdam-1=NL, eu-paris-1=FR, eu-marseille-1=FR, eu-madrid-1=ES, eu-milan-1=IT-NO, eu-zurich-1=CH, eu-stockholm-1=SE-SE3, il-jerusalem-1=IL, me-dubai-1=AE, me-abudhabi-1=AE, me-jeddah-1=SA, me-riyadh-1=SA, af-johannesburg-1=ZA, ap-tokyo-1=JP-TK, ap-osaka-1=JP-KN, ap-seoul-1=KR, ap-chuncheon-1=KR, ap-singapore-1=SG, ap-singapore-2=SG, ap-sydney-1=AU-NSW, ap-melbourne-1=AU-VIC, ap-mumbai-1=IN-WE, ap-hyderabad-1=IN-SO, sa-saopaulo-1=BR-CS, sa-vinhedo-1=BR-CS, sa-santiago-1=CL-SEN, sa-bogota-1=CO, mx-queretaro-1=MX, mx-monterrey-1=MX' },
  { id: 'scaleway', name: 'Scaleway', aliases: ['scaleway'], regions: 'fr-par*=FR, par*=FR, nl-ams*=NL, ams*=NL, pl-waw*=PL, waw*=PL, it-mil*=IT-NO', pue: { value: 1.37, year: 2024, source: scaleway } },
  { id: 'hetzner', name: 'Hetzner', aliases: ['hetzner', 'hetznercloud', 'hetzneronline'], regions: 'fsn1*=DE, nbg1*=DE, hel1*=FI, ash*=Ashburn, hil*=Hillsboro, sin*=SG' },
  { id: 'alibaba', name: 'Alibaba Cloud', aliases: ['alibaba', 'alibabacloud', 'aliyun'], regions: 'cn-hongkong=HK, cn-*=CN, ap-southeast-1=SG, ap-southeast-3=MY-WM, ap-southeast-5=ID, ap-southeast-6=PH-LU, ap-southeast-7=TH, ap-northeast-1=JP-TK, ap-northeast-2=KR, eu-central-1=DE, eu-west-1=GB, us-east-1=Virginia, us-west-1=US-CAL-CISO, me-east-1=AE, me-central-1=SA' },
  { id: 'ibm', name: 'IBM Cloud', aliases: ['ibm', 'ibmcloud'], regions: 'us-south=Dallas, us-east=US-MIDA-PJM, eu-de=DE, eu-gb=GB, eu-es=ES, jp-tok=JP-TK, jp-osa=JP-KN, au-syd=AU-NSW, ca-tor=CA-ON, ca-mon=CA-QC, br-sao=BR-CS' },
  { id: 'nebius', name: 'Nebius', aliases: ['nebius', 'nebiusai', 'nebiusaicloud'], regions: 'eu-north1=FI, eu-west1=FR, us-central1=Kansas City, me-west1=IL, uk-south1=GB' },
  { id: 'crusoe', name: 'Crusoe', aliases: ['crusoe', 'crusoecloud', 'crusoeenergy', 'crusoeai'], regions: 'us-east1*=Virginia, us-southcentral1*=Texas, eu-iceland1*=IS' },
  { id: 'digitalocean', name: 'DigitalOcean', aliases: ['digitalocean', 'paperspace', 'digitaloceangradient'], regions: 'ams*=NL, fra*=DE, lon*=GB, sgp*=SG, blr*=IN-SO, tor*=CA-ON, syd*=AU-NSW, sfo*=US-CAL-CISO' },
  { id: 'together', name: 'Together AI', aliases: ['togetherai', 'togethercomputer'] },
  { id: 'vultr', name: 'Vultr', aliases: ['vultr'] },
  { id: 'akamai', name: 'Akamai (Linode)', aliases: ['linode', 'akamai', 'akamaicloud'] },
  { id: 'tencent', name: 'Tencent Cloud', aliases: ['tencent', 'tencentcloud'] },
  { id: 'huawei', name: 'Huawei Cloud', aliases: ['huaweicloud'] },
  { id: 'lightning', name: 'Lightning AI', aliases: ['lightningai', 'lightningstudio', 'lightningstudios'] },
  { id: 'jarvislabs', name: 'Jarvislabs', aliases: ['jarvislabs', 'jarvislabsai'] },
  { id: 'fluidstack', name: 'Fluidstack', aliases: ['fluidstack'] },
  { id: 'genesis', name: 'Genesis Cloud', aliases: ['genesiscloud'] },
];
