/** Offers a file to whoever uses the page. */
export function download(name: string, content: Blob | string, type = 'text/plain;charset=utf-8'): void {
  const link = document.createElement('a');
  const url = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content);
  link.href = url;
  link.download = name;
  link.click();
  // The browser has the file by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Pixels for one unit of a chart, for dense screens. */
const zoom = 2;

/** A chart as PNG, painted by the browser on a light ground. */
export async function pngOf(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.round(image.width * zoom), Math.round(image.height * zoom)];
    const brush = canvas.getContext('2d');
    if (brush === null) throw new TypeError('This browser paints no images');
    brush.fillStyle = '#ffffff';
    brush.fillRect(0, 0, canvas.width, canvas.height);
    brush.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((done, failed) =>
      canvas.toBlob((blob) => (blob === null ? failed(new TypeError('This browser writes no PNG')) : done(blob)), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}
