/**
 * The present scene as a picture for slides, 1920 × 1080, made in the browser:
 * the page with its styles inside an SVG, drawn on a canvas. Lengths follow the
 * picture's own size, so any screen gives the same picture.
 */
const WIDTH = 1920;
const HEIGHT = 1080;

/** @param name of the file, without its ending */
export async function savePicture(name: string): Promise<void> {
  const blob = await pictureOf(document.querySelector('.wall'));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `lianxin-${name}.png`;
  link.click();
  // The download has begun by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function pictureOf(wall: Element | null): Promise<Blob> {
  if (wall === null) throw new Error('There is no scene to take a picture of');
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(wall))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  canvas.getContext('2d')?.drawImage(image, 0, 0, WIDTH, HEIGHT);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The picture could not be drawn'));
      else resolve(blob);
    }, 'image/png');
  });
}

function svgOf(wall: Element): string {
  const page = document.createElement('div');
  const style = document.createElement('style');
  style.textContent = stylesOf(document);
  page.append(style, wall.cloneNode(true));
  page.className = 'wall-picture';
  const content = new XMLSerializer().serializeToString(page);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><foreignObject width="100%" height="100%">${content}</foreignObject></svg>`;
}

function stylesOf({ styleSheets }: Document): string {
  return [...styleSheets]
    .flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText))
    .join('\n');
}
