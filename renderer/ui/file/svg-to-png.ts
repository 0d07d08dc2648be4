/** Attributes that can name a custom property, which a picture outside the page does not know. */
const PAINTED = ['fill', 'stroke', 'font-family', 'font-size', 'stroke-width', 'stroke-dasharray'] as const;

/**
 * Draws an SVG of the page into a PNG, twice as fine as it is on the screen, on the colour of the page.
 * @returns undefined when the browser draws no picture
 */
export async function svgToPng(svg: SVGSVGElement): Promise<Blob | undefined> {
  const { width, height } = svg.getBoundingClientRect();
  const copy = frozenCopy(svg);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const image = new Image();
  // A data URL: the content security policy lets pictures come from nowhere else but the page itself.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * 2);
  canvas.height = Math.round(height * 2);
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('background-color');
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png'));
}

/** A copy in which every element carries the paint it has on the page. */
function frozenCopy(svg: SVGSVGElement): Element {
  const copy = document.importNode(svg, true);
  const from = [svg, ...svg.querySelectorAll('*')];
  const to = [copy, ...copy.querySelectorAll('*')];
  for (const [index, element] of from.entries()) {
    const style = getComputedStyle(element);
    for (const name of PAINTED) to[index]?.setAttribute(name, style.getPropertyValue(name));
    to[index]?.removeAttribute('style');
    to[index]?.removeAttribute('class');
  }
  return copy;
}
