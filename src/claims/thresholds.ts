/**
 * What an audit of a text allows for, and where each number comes from. Wide on purpose: no finding is better than a false one.
 * Powers and PUEs go by the thresholds of `plausibility/`, as those of manifests do.
 */

/** Average power ÷ rated power: StarCoder 0.70, OLMo 3 0.89–0.93, the default range 0.6–1.0; lower for jobs that wait for data. */
export const minLoad = 0.4;

/** Power of a node ÷ that of its accelerators: an 8-GPU H100 node was metered at 8.4 kW against 5.6 kW of GPUs. */
export const maxHost = 1.5;

/** Embodied and idle beside the work: BLOOM's total is twice its dynamic part, and its equipment outlived few models. */
export const maxBeside = 3;

/** g. Making the hardware, for each kWh that it draws, where a grid is low: 270 for an L4 that waits for requests most of the time. */
export const maxEmbodied = 600;

/** gCO2e/kWh. Below: hydropower and nuclear alone, life-cycle (UNECE 2022: 5–11). Above: lignite alone (IPCC 2014: about 1,000–1,200). */
export const minGrid = 5;
export const maxGrid = 1200;

/** g/kWh, where the energy is not printed but put together from hours and power: with the least load too, less would be two rarities at once. France at its lowest is 16. */
export const minGridOfHours = 16;

/** Values of one grid differ by source, year and basis: France from 16 to 91 g/kWh. */
export const maxBelowGrid = 5;
export const maxAboveGrid = 1.6;

/** Beside rounding: two tools that take a value from different places. */
export const tolerance = 0.02;

/** How near to one an implied intensity must be, and how far the country's own grid away. */
export const maxFromAverage = 0.004;
export const minFromOwn = 0.15;

/** W. What CodeCarbon assumes for an unknown CPU: half of a default rating of 85 W. */
export const guessedCpuPower = 42.5;
/** W. The highest maximum turbo power of a Core desktop processor is 253 W, with 320 W in a special edition. */
export const maxDesktopCpu = 320;

/** GPU-hours ÷ (accelerators × hours on the clock): some wait, none works longer. */
export const minBusy = 0.5;
export const maxBusy = 1.1;

/** A look-up may go three years from the run (method, section 4). */
export const maxYears = 3;

/** g. Pre-training takes kilowatt-hours; this is a quarter of one on an average grid. */
export const minPretraining = 100;

/** A rate with one digit leaves its total uncertain by more than this share. */
export const maxRateRounding = 0.05;
