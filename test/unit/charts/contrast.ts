/** WCAG's contrast of a colour against white. */
export function contrastOnWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255));
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

/** What an SVG that Vega wrote paints: each shape with fill and stroke, each text with its fill. */
export function paints(
  svg: string,
): readonly { readonly tag: string; readonly fill?: string | undefined; readonly stroke?: string | undefined }[] {
  return [...svg.matchAll(/<(path|text|line|rect)\b([^>]*)>/g)].map(([, tag = '', attributes = '']) => {
    const value = (name: string): string | undefined => new RegExp(` ${name}="(#[0-9a-fA-F]{6})"`).exec(attributes)?.[1];
    return { tag, fill: value('fill'), stroke: value('stroke') };
  });
}
