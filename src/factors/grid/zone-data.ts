/** No figure for that year. */
const _ = undefined;

export const firstZoneYear = 2019;

/**
 * Average intensity of the electricity consumed in a grid zone (imports included), life-cycle, gCO2e/kWh, from 2019 to
 * 2023 in order, by Electricity Maps zone: the grid column of the Green Software Foundation's Cloud Region Metadata.
 *
 * Taken by zone and not by cloud region, since some rows there name another region's zone *and* hold that zone's figures:
 * Google's Europe in 2020 is shifted by one (europe-west1 has Great Britain's), europe-north1 in 2019 has Victoria's, AWS
 * eu-north-1 in 2021 has Spain's. The year 2024 is left out: it holds 2023's figures or the provider's own.
 * Later years, and zones that aren't here, are the package's (electricity-maps.ts), which has whole numbers of a newer edition:
 * most of its figures of 2021 to 2023 are these rounded, or within 10 %, but not those of AE, CH, GR and IN-WE. For BH, HK and ID
 * one figure stood for all years, so from 2021 on the package's are taken.
 */
export const zoneIntensities: Readonly<Record<string, readonly (number | undefined)[]>> = {
  AE: [_, _, _, 325.52, 381.54],
  AT: [_, _, _, 244.81, 160.36],
  'AU-NSW': [711.83, 692.71, 654.6, 586.3, 545.01],
  'AU-VIC': [648.97, 633, 587.39, 534.85, 498.19],
  BE: [209.8, 221.1, 167.99, 196.35, 177.58],
  'BR-CS': [107.07, 147.68, 170.18, 99.93, 89.55],
  'CA-ON': [_, _, 53.61, 63.01, 76.42],
  'CA-QC': [28.46, 28.48, 28.39, 28.22, 30.51],
  CH: [130.78, 108.24, 130.82, 148.39, 83.8],
  'CL-SEN': [_, _, 405.23, 321.66, 272.26],
  DE: [432.36, 385.61, 437.1, 474.46, 370.93],
  'DK-DK2': [_, _, _, 165.42, 136.81],
  ES: [_, _, 174.36, 220.63, 153.86],
  FI: [_, _, 169.48, 132.69, 82.34],
  FR: [_, _, 60.54, 91.23, 52.87],
  GB: [230.3, 206.99, 226.12, 220.45, 187.89],
  GR: [_, _, _, 434.85, 368.75],
  HK: [435.36, 435.36, _, _, _],
  ID: [652.36, 652.36, _, _, _],
  IE: [_, _, 375.84, 404.89, 403.4],
  IL: [_, _, 550.86, 541.78, 533.04],
  'IN-NO': [_, 502.51, 525.89, 552.52, 563.1],
  'IN-SO': [_, _, 499.35, 504.69, 551.31],
  'IN-WE': [706.62, 686.92, 744.77, 747.67, 746.98],
  'IT-NO': [_, 305.91, 327.2, 369.48, 298.62],
  'JP-KN': [407.42, 472.07, 402.94, 420.67, 370.3],
  'JP-TK': [561.77, 558.18, 549.03, 546.82, 536.06],
  KR: [490.27, 490, 489.38, 455.53, 443.05],
  NL: [416.29, 372.07, 368.15, 337.25, 283.17],
  NZ: [_, _, _, 96.35, 96.81],
  PL: [_, 828.05, 856.54, 882.36, 749.28],
  SE: [_, _, _, 25.82, 24.71],
  SG: [493.32, 492.5, 491.36, 491.09, 487.52],
  TW: [539.3, 540.14, 542.08, 535.48, 537.64],
  'US-CAL-CISO': [253.75, 270.13, 274.9, 264.4, 261.28],
  'US-CAR-SC': [627.68, 597.85, 652.2, 620.85, 649.07],
  'US-MIDA-PJM': [454.22, 420.99, 441.45, 429.84, 396.25],
  'US-MIDW-MISO': [581.2, 525.69, 561.94, 526.14, 501.42],
  'US-NW-BPAT': [115.03, 68.35, 90.95, 86.61, 119.76],
  'US-NW-NEVP': [540.58, 501.39, 498.72, 465.92, 459.13],
  'US-NW-PACE': [704.22, 675.84, 633.54, 658.67, 647.78],
  'US-SE-SOCO': [_, _, _, 460.38, 435.76],
  'US-TEX-ERCO': [_, _, 426.3, 405.38, 388.76],
  ZA: [_, _, 710.75, 705, 702.03],
};

/** One figure for all years, so it is an estimate and no yearly measurement. */
export const zonesWithOneFigure: ReadonlySet<string> = new Set(['HK', 'ID']);
