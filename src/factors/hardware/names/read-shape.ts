/** Ways in which schedulers and clouds write a number of devices, each with what people write for the same. */
const shapes: readonly (readonly [pattern: RegExp, written: (...parts: readonly string[]) => string])[] = [
  // Slurm: `gres:gpu:a100:4`, `gres/gpu:a100=4`.
  [/^gres[:/](.+)$/i, (rest) => rest],
  // Kubernetes: `nvidia.com/gpu: 8` names no device; a slice of one does not either.
  [/^nvidia\.com\/(.+)$/i, (rest) => rest],
  // Lambda: `gpu_8x_h100_sxm5`, `gpu_8x_a100_80gb_sxm4`.
  [/^gpu_(\d{1,2})x_([a-z0-9_]+?)(?:_(?:n|v\d))?$/i, (count, card) => `${count} x ${card.replaceAll('_', ' ')}`],
  // Scaleway: `H100-SXM-8-80G`, `L40S-1-48G`; its H100 without a form is the card.
  [
    /^([A-Z]{1,2}\d{1,4}S?)(-SXM)?-(\d{1,2})-(\d{2,3})G$/i,
    (card, form, count, memory) => `${count} x ${card}${form === '' && /^h100$/i.test(card) ? ' PCIe' : form} ${memory}GB`,
  ],
  // Hugging Face: `l40sx4`.
  [/^(l4|l40s|a100|h100|h200)x(\d)$/i, (card, count) => `${count} x ${card}`],
  [/^GPU-3070-S$/i, () => '1 x RTX 3070'],
];

/**
 * A text with the shape of a scheduler or a cloud, as people would write it; any other text as it is.
 *
 * @example asPeopleWrite('gpu_8x_h100_sxm5') //=> '8 x h100 sxm5'
 */
export function asPeopleWrite(text: string): string {
  for (const [pattern, written] of shapes) {
    const [, ...parts] = pattern.exec(text) ?? [];
    if (parts.length > 0 || pattern.test(text)) return written(...parts.map((part: string | undefined) => part ?? ''));
  }
  return text;
}
