/**
 * The grid of a region: a zone, `mainly` in one of several, `among` several of which none dominates and the difference
 * matters, or a `national` one that has no zone of the region alone.
 */
export type RegionGrid =
  | string
  | { readonly main: string; readonly also: readonly string[] }
  | { readonly among: readonly string[] }
  | 'national';

/** ISO 3166-2 code without the country's, or '' for what has none; name; grid; other names. */
export type RegionRow = readonly [code: string, name: string, grid: RegionGrid, ...aliases: string[]];

const mainly = (zone: string, ...also: string[]): RegionGrid => ({ main: zone, also });
const among = (...zones: string[]): RegionGrid => ({ among: zones });
const rows = (grid: RegionGrid, names: readonly (readonly [code: string, name: string, ...aliases: string[]])[]): readonly RegionRow[] =>
  names.map(([code, name, ...aliases]) => [code, name, grid, ...aliases]);

const pjm = 'US-MIDA-PJM';
const miso = 'US-MIDW-MISO';
const spp = 'US-CENT-SWPP';
const soco = 'US-SE-SOCO';
const tva = 'US-TEN-TVA';
const bpat = 'US-NW-BPAT';
const pace = 'US-NW-PACE';
const isne = 'US-NE-ISNE';

/**
 * Regions, and some cities, by the Electricity Maps zone that supplies them; by country, ISO 3166 alpha-2.
 *
 * Sources: the US by balancing areas of the EIA's Form 930 and the utilities that sell most in each state (EIA-861); India by
 * the regional load despatch centres of Grid-India; Japan by supply areas of OCCTO; Brazil by subsystems of ONS; Italy by
 * Terna's bidding zones of 2021; the Nordic countries by their bidding zones; Canada and Australia by province and state.
 */
// biome-ignore format: a table
export const regionTable: Readonly<Record<string, readonly RegionRow[]>> = {
  US: [
    ['AL', 'Alabama', mainly(soco, tva)],
    ['AK', 'Alaska', mainly('US-AK', 'US-AK-SEAPA')],
    ['AZ', 'Arizona', among('US-SW-AZPS', 'US-SW-SRP', 'US-SW-TEPC')],
    ['AR', 'Arkansas', mainly(miso, spp)],
    ['CA', 'California', mainly('US-CAL-CISO', 'US-CAL-LDWP', 'US-CAL-BANC', 'US-CAL-IID', 'US-CAL-TIDC')],
    ['CO', 'Colorado', mainly('US-NW-PSCO', 'US-NW-WACM')],
    ['CT', 'Connecticut', isne],
    ['DE', 'Delaware', pjm],
    ['DC', 'District of Columbia', pjm, 'Washington DC', 'Washington D.C.'],
    ['FL', 'Florida', mainly('US-FLA-FPL', 'US-FLA-FPC', 'US-FLA-TEC', 'US-FLA-FMPP', 'US-FLA-JEA', 'US-FLA-SEC')],
    ['GA', 'Georgia', mainly(soco, tva)],
    ['HI', 'Hawaii', 'US-HI'],
    ['ID', 'Idaho', mainly('US-NW-IPCO', 'US-NW-AVA', pace, bpat)],
    ['IL', 'Illinois', mainly(pjm, miso)],
    ['IN', 'Indiana', mainly(miso, pjm)],
    ['IA', 'Iowa', mainly(miso, spp)],
    ['KS', 'Kansas', spp],
    ['KY', 'Kentucky', among('US-MIDW-LGEE', pjm, tva)],
    ['LA', 'Louisiana', mainly(miso, spp)],
    ['ME', 'Maine', isne],
    ['MD', 'Maryland', pjm],
    ['MA', 'Massachusetts', isne],
    ['MI', 'Michigan', mainly(miso, pjm)],
    ['MN', 'Minnesota', mainly(miso, spp)],
    ['MS', 'Mississippi', mainly(miso, tva, soco)],
    ['MO', 'Missouri', mainly(miso, spp, 'US-MIDW-AECI')],
    ['MT', 'Montana', mainly('US-NW-NWMT', bpat, spp, 'US-NW-WAUW')],
    ['NE', 'Nebraska', spp],
    ['NV', 'Nevada', 'US-NW-NEVP'],
    ['NH', 'New Hampshire', isne],
    ['NJ', 'New Jersey', pjm],
    ['NM', 'New Mexico', among('US-SW-PNM', spp, 'US-SW-EPE')],
    ['NY', 'New York', 'US-NY-NYIS', 'New York State'],
    ['NC', 'North Carolina', mainly('US-CAR-DUK', 'US-CAR-CPLE', 'US-CAR-CPLW', pjm)],
    ['ND', 'North Dakota', mainly(spp, miso)],
    ['OH', 'Ohio', pjm],
    ['OK', 'Oklahoma', spp],
    ['OR', 'Oregon', mainly(bpat, 'US-NW-PGE', 'US-NW-PACW')],
    ['PA', 'Pennsylvania', pjm],
    ['RI', 'Rhode Island', isne],
    ['SC', 'South Carolina', among('US-CAR-DUK', 'US-CAR-SCEG', 'US-CAR-SC', 'US-CAR-CPLE')],
    ['SD', 'South Dakota', mainly(spp, miso)],
    ['TN', 'Tennessee', tva],
    ['TX', 'Texas', mainly('US-TEX-ERCO', spp, miso, 'US-SW-EPE')],
    ['UT', 'Utah', pace],
    ['VT', 'Vermont', isne],
    ['VA', 'Virginia', pjm],
    ['WA', 'Washington', mainly(bpat, 'US-NW-PSEI', 'US-NW-SCL', 'US-NW-TPWR', 'US-NW-AVA'), 'Washington State'],
    ['WV', 'West Virginia', pjm],
    ['WI', 'Wisconsin', miso],
    ['WY', 'Wyoming', mainly(pace, 'US-NW-WACM')],
    ['', 'Northern California', 'US-CAL-CISO', 'N. California', 'Bay Area', 'San Francisco'],
    ['', 'Northern Virginia', pjm, 'N. Virginia', 'Ashburn'],
    ['', 'Los Angeles', 'US-CAL-LDWP'],
    ['', 'Seattle', 'US-NW-SCL'],
    ['', 'New York City', 'US-NY-NYIS', 'NYC'],
    ['', 'Boston', isne],
    ['', 'Chicago', pjm],
    ['', 'Columbus', pjm],
    ['', 'Dallas', 'US-TEX-ERCO'],
    ['', 'Houston', 'US-TEX-ERCO'],
    ['', 'Austin', 'US-TEX-ERCO'],
    ['', 'Salt Lake City', pace],
    ['', 'Las Vegas', 'US-NW-NEVP'],
    ['', 'Denver', 'US-NW-PSCO'],
    ['', 'Atlanta', soco],
    ['', 'Memphis', tva],
  ],
  CA: [
    ['AB', 'Alberta', 'CA-AB', 'Calgary', 'Edmonton'],
    ['BC', 'British Columbia', 'CA-BC', 'Vancouver'],
    ['MB', 'Manitoba', 'CA-MB'],
    ['NB', 'New Brunswick', 'CA-NB'],
    ['NL', 'Newfoundland and Labrador', 'CA-NL', 'Newfoundland', 'Labrador'],
    ['NS', 'Nova Scotia', 'CA-NS'],
    ['NT', 'Northwest Territories', 'CA-NT'],
    ['NU', 'Nunavut', 'CA-NU'],
    ['ON', 'Ontario', 'CA-ON', 'Toronto', 'Ottawa'],
    ['PE', 'Prince Edward Island', 'CA-PE'],
    ['QC', 'Québec', 'CA-QC', 'Montréal', 'Quebec City'],
    ['SK', 'Saskatchewan', 'CA-SK'],
    ['YT', 'Yukon', 'CA-YT'],
  ],
  AU: [
    ['NSW', 'New South Wales', 'AU-NSW', 'Sydney'],
    ['ACT', 'Australian Capital Territory', 'AU-NSW', 'Canberra'],
    ['NT', 'Northern Territory', 'AU-NT'],
    ['QLD', 'Queensland', 'AU-QLD', 'Brisbane'],
    ['SA', 'South Australia', 'AU-SA', 'Adelaide'],
    ['TAS', 'Tasmania', 'AU-TAS'],
    ['VIC', 'Victoria', 'AU-VIC', 'Melbourne'],
    ['WA', 'Western Australia', 'AU-WA'],
  ],
  IN: [
    ...rows('IN-NO', [
      ['CH', 'Chandigarh'], ['DL', 'Delhi', 'New Delhi'], ['HP', 'Himachal Pradesh'], ['HR', 'Haryana'], ['JK', 'Jammu and Kashmir'], ['LA', 'Ladakh'],
      ['PB', 'Punjab'], ['RJ', 'Rajasthan'], ['UK', 'Uttarakhand'], ['UP', 'Uttar Pradesh'], ['', 'Northern India', 'North India'],
    ]),
    ...rows('IN-WE', [
      ['CG', 'Chhattisgarh'], ['DH', 'Dadra and Nagar Haveli and Daman and Diu'], ['GA', 'Goa'], ['GJ', 'Gujarat'], ['MH', 'Maharashtra', 'Mumbai', 'Pune'],
      ['MP', 'Madhya Pradesh'], ['', 'Western India', 'West India'],
    ]),
    ...rows('IN-SO', [
      ['AP', 'Andhra Pradesh'], ['KA', 'Karnataka', 'Bangalore', 'Bengaluru'], ['KL', 'Kerala'], ['PY', 'Puducherry'], ['TN', 'Tamil Nadu', 'Chennai'],
      ['TS', 'Telangana', 'Hyderabad'], ['', 'Southern India'],
    ]),
    ...rows('IN-EA', [['BR', 'Bihar'], ['JH', 'Jharkhand'], ['OD', 'Odisha', 'Orissa'], ['SK', 'Sikkim'], ['WB', 'West Bengal', 'Kolkata'], ['', 'Eastern India']]),
    ...rows('IN-NE', [
      ['AR', 'Arunachal Pradesh'], ['AS', 'Assam'], ['ML', 'Meghalaya'], ['MN', 'Manipur'], ['MZ', 'Mizoram'], ['NL', 'Nagaland'], ['TR', 'Tripura'],
      ['', 'North Eastern India', 'Northeast India'],
    ]),
  ],
  PK: [['PB', 'Punjab', 'national']],
  JP: [
    ['01', 'Hokkaidō', 'JP-HKD'],
    ...rows('JP-TH', [
      ['02', 'Aomori'], ['03', 'Iwate'], ['04', 'Miyagi', 'Sendai'], ['05', 'Akita'], ['06', 'Yamagata'], ['07', 'Fukushima'], ['15', 'Niigata'], ['', 'Tōhoku'],
    ]),
    ...rows('JP-TK', [
      ['08', 'Ibaraki'], ['09', 'Tochigi'], ['10', 'Gunma'], ['11', 'Saitama'], ['12', 'Chiba'], ['13', 'Tōkyō'], ['14', 'Kanagawa', 'Yokohama'],
      ['19', 'Yamanashi'], ['', 'Kantō'],
    ]),
    ...rows('JP-CB', [['20', 'Nagano'], ['21', 'Gifu'], ['23', 'Aichi', 'Nagoya'], ['24', 'Mie'], ['', 'Chūbu', 'Tōkai']]),
    ['22', 'Shizuoka', mainly('JP-CB', 'JP-TK')],
    ...rows('JP-HR', [['16', 'Toyama'], ['17', 'Ishikawa'], ['18', 'Fukui'], ['', 'Hokuriku']]),
    ...rows('JP-KN', [
      ['25', 'Shiga'], ['26', 'Kyōto'], ['27', 'Ōsaka'], ['28', 'Hyōgo', 'Kōbe'], ['29', 'Nara'], ['30', 'Wakayama'], ['', 'Kansai', 'Kinki'],
    ]),
    ...rows('JP-CG', [['31', 'Tottori'], ['32', 'Shimane'], ['33', 'Okayama'], ['34', 'Hiroshima'], ['35', 'Yamaguchi'], ['', 'Chūgoku']]),
    ...rows('JP-SK', [['36', 'Tokushima'], ['37', 'Kagawa'], ['38', 'Ehime'], ['39', 'Kōchi'], ['', 'Shikoku']]),
    ...rows('JP-KY', [
      ['40', 'Fukuoka'], ['41', 'Saga'], ['42', 'Nagasaki'], ['43', 'Kumamoto'], ['44', 'Ōita'], ['45', 'Miyazaki'], ['46', 'Kagoshima'], ['', 'Kyūshū'],
    ]),
    ['47', 'Okinawa', 'JP-ON'],
  ],
  BR: [
    ...rows('BR-CS', [
      ['SP', 'São Paulo'], ['RJ', 'Rio de Janeiro'], ['MG', 'Minas Gerais'], ['ES', 'Espírito Santo'], ['GO', 'Goiás'], ['DF', 'Distrito Federal', 'Brasília'],
      ['MT', 'Mato Grosso'], ['MS', 'Mato Grosso do Sul'], ['AC', 'Acre'], ['RO', 'Rondônia'], ['', 'Southeast Brazil', 'Central Brazil'],
    ]),
    ...rows('BR-S', [['PR', 'Paraná'], ['RS', 'Rio Grande do Sul'], ['SC', 'Santa Catarina'], ['', 'Southern Brazil', 'South Brazil']]),
    ...rows('BR-NE', [
      ['AL', 'Alagoas'], ['BA', 'Bahia'], ['CE', 'Ceará', 'Fortaleza'], ['PB', 'Paraíba'], ['PE', 'Pernambuco'], ['PI', 'Piauí'], ['RN', 'Rio Grande do Norte'],
      ['SE', 'Sergipe'], ['', 'Northeast Brazil', 'North-East Brazil'],
    ]),
    ...rows('BR-N', [['AM', 'Amazonas'], ['AP', 'Amapá'], ['MA', 'Maranhão'], ['PA', 'Pará'], ['RR', 'Roraima'], ['TO', 'Tocantins'], ['', 'Northern Brazil', 'North Brazil']]),
  ],
  IT: [
    ...rows('IT-NO', [
      ['21', 'Piedmont', 'Piemonte', 'Turin', 'Torino'], ['23', 'Aosta Valley', 'Valle d’Aosta'], ['25', 'Lombardy', 'Lombardia', 'Milan', 'Milano'],
      ['32', 'Trentino-Alto Adige', 'South Tyrol', 'Trentino'], ['34', 'Veneto', 'Venice'], ['36', 'Friuli-Venezia Giulia', 'Trieste'], ['42', 'Liguria', 'Genoa'],
      ['45', 'Emilia-Romagna', 'Bologna'], ['', 'Northern Italy', 'North Italy'],
    ]),
    ...rows('IT-CNO', [['52', 'Tuscany', 'Toscana', 'Florence', 'Pisa'], ['57', 'Marche'], ['', 'Central Northern Italy', 'Central North Italy']]),
    ...rows('IT-CSO', [['55', 'Umbria'], ['62', 'Lazio', 'Rome', 'Roma'], ['65', 'Abruzzo'], ['72', 'Campania', 'Naples'], ['', 'Central Southern Italy', 'Central South Italy']]),
    ...rows('IT-SO', [['67', 'Molise'], ['75', 'Apulia', 'Puglia'], ['77', 'Basilicata'], ['78', 'Calabria'], ['', 'Southern Italy', 'South Italy']]),
    ['82', 'Sicily', 'IT-SIC', 'Sicilia'],
    ['88', 'Sardinia', 'IT-SAR', 'Sardegna'],
  ],
  NO: [
    ['', 'Oslo', 'NO-NO1', 'Southeast Norway', 'Eastern Norway'],
    ['', 'Kristiansand', 'NO-NO2', 'Southwest Norway', 'Southern Norway', 'Stavanger'],
    ['', 'Trondheim', 'NO-NO3', 'Middle Norway', 'Central Norway', 'Trøndelag'],
    ['', 'Northern Norway', 'NO-NO4', 'North Norway', 'Tromsø'],
    ['', 'Bergen', 'NO-NO5', 'West Norway', 'Western Norway'],
  ],
  SE: [
    ['BD', 'Norrbotten', 'SE-SE1', 'North Sweden', 'Luleå', 'Boden'],
    ['', 'North Central Sweden', 'SE-SE2', 'Sundsvall'],
    ['AB', 'Stockholm', 'SE-SE3', 'South Central Sweden', 'Gothenburg', 'Göteborg', 'Linköping', 'Uppsala'],
    ['M', 'Skåne', 'SE-SE4', 'South Sweden', 'Southern Sweden', 'Malmö', 'Lund'],
  ],
  DK: [
    ['', 'West Denmark', 'DK-DK1', 'Western Denmark', 'Jutland', 'Funen', 'Aarhus', 'Aalborg', 'Odense'],
    ['', 'East Denmark', 'DK-DK2', 'Eastern Denmark', 'Zealand', 'Copenhagen'],
    ['', 'Bornholm', 'DK-BHM'],
  ],
  GB: [
    ['ENG', 'England', 'national', 'London'],
    ['SCT', 'Scotland', 'national', 'Edinburgh'],
    ['WLS', 'Wales', 'national', 'Cardiff'],
    ['NIR', 'Northern Ireland', 'GB-NIR', 'Belfast'],
    ['', 'Orkney Islands', 'GB-ORK', 'Orkney'],
  ],
  FR: [
    ...rows('national', [
      ['ARA', 'Auvergne-Rhône-Alpes', 'Lyon', 'Grenoble'], ['BFC', 'Bourgogne-Franche-Comté'], ['BRE', 'Brittany', 'Bretagne'], ['CVL', 'Centre-Val de Loire'],
      ['GES', 'Grand Est', 'Strasbourg'], ['HDF', 'Hauts-de-France'], ['IDF', 'Île-de-France'], ['', 'Paris'], ['NAQ', 'Nouvelle-Aquitaine', 'Bordeaux'],
      ['NOR', 'Normandy', 'Normandie'], ['OCC', 'Occitanie', 'Toulouse', 'Montpellier'], ['PAC', 'Provence-Alpes-Côte d’Azur', 'Marseille'], ['PDL', 'Pays de la Loire'],
    ]),
    ['20R', 'Corsica', 'FR-COR', 'Corse'],
  ],
  DE: rows('national', [
    ['BB', 'Brandenburg'], ['BE', 'Berlin'], ['BW', 'Baden-Württemberg', 'Baden-Wuerttemberg', 'Stuttgart', 'Karlsruhe'], ['BY', 'Bavaria', 'Bayern', 'Munich', 'München'],
    ['HB', 'Bremen'], ['HE', 'Hesse', 'Hessen', 'Frankfurt'], ['HH', 'Hamburg'], ['MV', 'Mecklenburg-Vorpommern'], ['NI', 'Lower Saxony', 'Niedersachsen'],
    ['NW', 'North Rhine-Westphalia', 'Nordrhein-Westfalen', 'Jülich', 'Juelich'], ['RP', 'Rhineland-Palatinate', 'Rheinland-Pfalz'], ['SH', 'Schleswig-Holstein'],
    ['SL', 'Saarland'], ['SN', 'Saxony', 'Sachsen', 'Dresden', 'Leipzig'], ['ST', 'Saxony-Anhalt', 'Sachsen-Anhalt'], ['TH', 'Thuringia', 'Thüringen'],
  ]),
  ES: [
    ...rows('national', [
      ['AN', 'Andalusia', 'Andalucía'], ['AR', 'Aragon', 'Aragón'], ['AS', 'Asturias'], ['CB', 'Cantabria'], ['CL', 'Castile and León', 'Castilla y León'],
      ['CM', 'Castilla-La Mancha'], ['CT', 'Catalonia', 'Cataluña', 'Catalunya', 'Barcelona'], ['EX', 'Extremadura'], ['GA', 'Galicia'],
      ['MD', 'Community of Madrid', 'Madrid', 'Comunidad de Madrid'], ['MC', 'Murcia'], ['NC', 'Navarre', 'Navarra'],
      ['PV', 'Basque Country', 'País Vasco', 'Euskadi', 'Bilbao'], ['VC', 'Valencian Community', 'Valencia'],
    ]),
    ['IB', 'Balearic Islands', mainly('ES-IB-MA', 'ES-IB-IZ', 'ES-IB-ME', 'ES-IB-FO'), 'Islas Baleares', 'Mallorca'],
    ['CN', 'Canary Islands', among('ES-CN-GC', 'ES-CN-TE', 'ES-CN-LZ', 'ES-CN-FV', 'ES-CN-LP', 'ES-CN-IG', 'ES-CN-HI'), 'Islas Canarias', 'Canarias'],
    ['CE', 'Ceuta', 'ES-CE'],
    ['ML', 'Melilla', 'ES-ML'],
  ],
  PT: [['30', 'Madeira', 'PT-MA']],
  CN: rows('national', [
    ['AH', 'Anhui'], ['BJ', 'Beijing', 'Peking'], ['CQ', 'Chongqing'], ['FJ', 'Fujian'], ['GD', 'Guangdong', 'Guangzhou', 'Shenzhen'], ['GS', 'Gansu'], ['GX', 'Guangxi'],
    ['GZ', 'Guizhou', 'Gui’an'], ['HA', 'Henan'], ['HB', 'Hubei', 'Wuhan'], ['HE', 'Hebei', 'Zhangjiakou'], ['HI', 'Hainan'], ['HL', 'Heilongjiang'], ['HN', 'Hunan'],
    ['JL', 'Jilin'], ['JS', 'Jiangsu', 'Nanjing'], ['JX', 'Jiangxi'], ['LN', 'Liaoning'], ['NM', 'Inner Mongolia', 'Nei Mongol', 'Ulanqab'], ['NX', 'Ningxia'],
    ['QH', 'Qinghai'], ['SC', 'Sichuan', 'Chengdu'], ['SD', 'Shandong'], ['SH', 'Shanghai'], ['SN', 'Shaanxi'], ['SX', 'Shanxi'], ['TJ', 'Tianjin'], ['XJ', 'Xinjiang'],
    ['XZ', 'Tibet', 'Xizang'], ['YN', 'Yunnan'], ['ZJ', 'Zhejiang', 'Hangzhou'],
  ]),
  MY: [
    ['', 'Peninsular Malaysia', 'MY-WM', 'West Malaysia', 'Johor', 'Kuala Lumpur', 'Selangor'],
    ['', 'East Malaysia', 'MY-EM', 'Sabah', 'Sarawak'],
  ],
  PH: [['', 'Luzon', 'PH-LU', 'Manila', 'Metro Manila'], ['', 'Visayas', 'PH-VI', 'Cebu'], ['', 'Mindanao', 'PH-MI']],
  CL: [['RM', 'Santiago', 'CL-SEN', 'Santiago Metropolitan Region']],
  RU: [
    ['MOW', 'Moscow', 'RU-1', 'European Russia'],
    ['', 'Siberia', 'RU-2', 'Novosibirsk', 'Irkutsk'],
    ['', 'Russian Far East', 'RU-AS', 'Vladivostok'],
  ],
};
