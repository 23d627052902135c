// Draws public/videos/wall.webm and its poster: how the harbour wall went down and the sea came up, 1951 to 2026. Both are kept with the source, as a
// browser draws them and the build has none. To draw them again:
//   node apps/newsroom/scripts/wall.mjs
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launch, root } from '../../../scripts/test/pages.mjs';

const target = join(root, 'apps/newsroom/public/videos');
const font = (name) => readFileSync(join(root, 'packages/tokens/dist/fonts', name)).toString('base64');

/** In the page: draws it all, in the time that it takes to watch. */
async function film(fonts) {
  for (const [family, data] of Object.entries(fonts)) {
    const face = new FontFace(family, `url(data:font/woff2;base64,${data})`, { weight: '400 700' });
    document.fonts.add(await face.load());
  }
  const canvas = Object.assign(document.createElement('canvas'), { width: 1024, height: 576 });
  const context = canvas.getContext('2d');
  const [PAPER, INK, QUIET, ROCK, SEA, ACCENT] = [
    '#fffdf9',
    '#1b1916',
    '#5f5a52',
    '#8d857a',
    '#a9c4cc',
    '#8f1d15',
  ];
  const ease = (t) => t * t * (3 - 2 * t);
  /** Six pixels are a centimetre; the wall's top in 1951, and the sea's level on a calm day. */
  const [TOP, LEVEL] = [190, 430];
  const HOLD = 1.5;
  const LENGTH = 13;

  const text = (words, x, y, style, color, align = 'left') => {
    context.font = style;
    context.fillStyle = color;
    context.textAlign = align;
    context.fillText(words, x, y);
  };
  const fill = (color, ...box) => {
    context.fillStyle = color;
    context.fillRect(...box);
  };
  /** A dashed level of 1951, the level now, and how far apart they are. */
  const change = (from, to, [left, right], words) => {
    context.setLineDash([8, 8]);
    context.strokeStyle = INK;
    context.lineWidth = 2;
    context.beginPath();
    context.moveTo(left, from);
    context.lineTo(right, from);
    context.stroke();
    context.setLineDash([]);
    if (Math.abs(to - from) < 6) return;
    fill(ACCENT, left + 14, Math.min(from, to), 4, Math.abs(to - from));
    text(words, left + 30, (from + to) / 2 + 9, '700 26px Label', ACCENT);
  };

  function draw(second) {
    const done = ease(Math.min(1, Math.max(0, (second - HOLD) / (LENGTH - 2 * HOLD - 1))));
    const wall = TOP + 66 * done;
    const sea = LEVEL - 84 * done;
    fill(PAPER, 0, 0, 1024, 576);
    // The stack, which does not move.
    context.fillStyle = ROCK;
    context.beginPath();
    for (const [x, y] of [
      [40, 576],
      [58, 330],
      [84, 236],
      [128, 200],
      [168, 262],
      [196, 380],
      [214, 576],
    ])
      context.lineTo(x, y);
    context.fill();
    fill(SEA, 0, sea, 640, 576 - sea);
    // The quay: courses of granite under a coping.
    fill(ROCK, 640, wall, 384, 576 - wall);
    for (let y = wall + 26; y < 576; y += 42) fill(PAPER, 640, y, 384, 2);
    for (let row = 0, y = wall + 28; y < 576; y += 42, row++)
      for (let x = 640 + (row % 2 ? 36 : 84); x < 1024; x += 96) fill(PAPER, x, y, 2, 40);
    fill(INK, 628, wall, 396, 26);
    change(TOP, wall, [660, 1010], `wall ${String(Math.round(11 * done))} cm lower`);
    change(LEVEL, sea, [330, 620], `sea ${String(Math.round(14 * done))} cm higher`);
    text('The Maiden', 126, 184, '500 20px Label', QUIET, 'center');
    text('The quay', 1000, TOP - 24, '500 20px Label', QUIET, 'right');
    text(String(Math.round(1951 + 75 * done)), 330, 110, '500 88px Headline', INK);
    if (done === 1) text('25 centimetres closer', 330, 158, '700 30px Label', ACCENT);
  }

  draw(LENGTH - 0.1);
  const poster = canvas.toDataURL('image/png').split(',')[1];
  draw(0);
  const stream = canvas.captureStream(0);
  const recorder = new MediaRecorder(stream, {
    mimeType: 'video/webm;codecs=vp9',
    videoBitsPerSecond: 600_000,
  });
  const pieces = [];
  recorder.ondataavailable = ({ data }) => pieces.push(data);
  const ended = new Promise((resolve) => (recorder.onstop = resolve));
  recorder.start();
  const start = performance.now();
  await new Promise((resolve) => {
    const next = () => {
      const second = (performance.now() - start) / 1000;
      draw(Math.min(second, LENGTH));
      // Also where nothing has changed: the picture stands at the beginning and at the end.
      stream.getVideoTracks()[0].requestFrame();
      if (second < LENGTH) setTimeout(next, 60);
      else resolve();
    };
    next();
  });
  recorder.stop();
  await ended;
  const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer());
  return { poster, video: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) };
}

const browser = await launch();
try {
  const page = await browser.newPage();
  const { poster, video } = await page.evaluate(film, {
    Headline: font('newsreader-latin-opsz-normal.woff2'),
    Label: font('libre-franklin-latin-wght-normal.woff2'),
  });
  await mkdir(target, { recursive: true });
  await writeFile(join(target, 'wall.png'), Buffer.from(poster, 'base64'));
  await writeFile(join(target, 'wall.webm'), Buffer.from(video, 'base64'));
} finally {
  await browser.close();
}
