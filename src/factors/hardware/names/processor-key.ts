/** Words of a processor's name that its key is made without: makers, marks, and what says nothing of the model. */
const noise =
  /\b(?:intel|amd|genuine|mobile|cpus?|processors?|apu|soc|embedded|x-series|with radeon.*|w\/ radeon.*|\d{1,3}-cores?|(?:dual|quad|six|eight|twelve|sixteen)-core(?! opteron)|gold|silver|bronze|platinum|\d{1,2}(?:th|rd|nd|st) gen(?:eration)?)\b/g;

/**
 * The key by which a processor is found: its line and model without maker, marks, clock and number of cores, in lower case, joined. The
 * metals of a Xeon and the word Core are left out, as people leave them out.
 *
 * @example processorKey('Intel(R) Xeon(R) Gold 6148 CPU @ 2.40GHz') //=> 'xeon6148'
 * @example processorKey('AMD EPYC 7742 64-Core Processor') //=> 'epyc7742'
 * @example processorKey('12th Gen Intel(R) Core(TM) i7-12700K') //=> 'i712700k'
 */
export function processorKey(text: string): string {
  return text
    .slice(0, 200)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\((?:tm|r|c)\)|[™®©]/g, ' ')
    .replaceAll(/\bthreadripper\b/g, 'threadripper ')
    .replace(/\s*@\s*[\d.]+\s*[gm]hz.*$/, '')
    .replace(/\s+[\d.]+\s*[gm]hz\b.*$/, '')
    .replaceAll(noise, ' ')
    .replaceAll(/\bcore(?=\s+(?:i\d|m\d|m-|ultra|[3579]\s|2\s|duo|solo))/g, ' ')
    .replaceAll(/[^a-z0-9.+]+/g, '')
    .replaceAll(/(?<!\d)\.|\.(?!\d)/g, '');
}

/** The same of a generation: `Xeon 4th Generation (Sapphire Rapids)`. */
export function generationKey(text: string): string {
  return text
    .slice(0, 200)
    .toLowerCase()
    .replaceAll(/\b(?:intel|amd)\b/g, ' ')
    .replaceAll(/[^a-z0-9]+/g, '');
}
