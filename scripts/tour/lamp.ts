/** Drawings that stand for a resident's photo: a lane at dusk, its lamp out or lit. */
import sharp from 'sharp';

const WIDTH = 960;
const HEIGHT = 720;

export async function lampPicture(lit: boolean) {
  const buffer = await sharp(Buffer.from(drawing(lit)))
    .jpeg({ quality: 86 })
    .toBuffer();
  return { name: lit ? 'after.jpg' : 'lamp.jpg', mimeType: 'image/jpeg', buffer };
}

function drawing(lit: boolean): string {
  const glow = lit
    ? `<path d="M664 300 L430 640 L880 640 Z" fill="url(#beam)"/>
       <circle cx="664" cy="296" r="110" fill="url(#glow)"/>`
    : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#1d2740"/><stop offset="0.7" stop-color="#4d5673"/><stop offset="1" stop-color="#a08374"/></linearGradient>
<radialGradient id="glow"><stop offset="0" stop-color="#fff3c4"/><stop offset="1" stop-color="#fff3c4" stop-opacity="0"/></radialGradient>
<linearGradient id="beam" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#ffe9a8" stop-opacity="0.55"/><stop offset="1" stop-color="#ffe9a8" stop-opacity="0.08"/></linearGradient></defs>
<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#sky)"/>
${house(0, 250, 300, '#20242f')}${house(300, 350, 130, '#282c38')}${house(800, 240, 160, '#1b1f2a')}
<path d="M400 640 L520 440 L600 440 L800 640 L840 720 L340 720 Z" fill="#3b3d45"/>
${glow}
<path d="M768 650 L768 288 Q768 274 754 274 L668 284" fill="none" stroke="#0e1118" stroke-width="12"/>
<path d="M630 284 L704 278 L694 306 L640 308 Z" fill="${lit ? '#fff6d8' : '#0e1118'}"/>
<rect x="752" y="640" width="32" height="20" fill="#0e1118"/></svg>`;
}

function house(x: number, y: number, width: number, colour: string): string {
  const windows = [0, 1, 2].flatMap((row) =>
    [0.2, 0.6].map((at, column) => {
      const shines = (row + column) % 3 === 0;
      const fill = shines ? '#e8c98a' : '#11141c';
      return `<rect x="${x + width * at}" y="${y + 50 + row * 100}" width="42" height="54" fill="${fill}"/>`;
    }),
  );
  return `<rect x="${x}" y="${y}" width="${width}" height="${HEIGHT - y - 70}" fill="${colour}"/>${windows.join('')}`;
}
