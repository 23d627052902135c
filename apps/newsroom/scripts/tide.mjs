// Writes public/sounds/tide.wav: two days of a tide as sound, an hour in half a second. High water is a high tone; the second day's is higher.
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const RATE = 8000;
const SECONDS = 24;
const target = fileURLToPath(new URL('../public/sounds/', import.meta.url));

/** Metres above datum: two tides a day, and a surge at the end of the second. */
const height = (hour) =>
  2.1 + 1.3 * Math.sin((2 * Math.PI * hour) / 12.42) + 0.9 * Math.exp(-(((hour - 41) / 3) ** 2));

const data = Buffer.alloc(RATE * SECONDS);
let phase = 0;
for (let i = 0; i < data.length; i++) {
  const second = i / RATE;
  phase += (2 * Math.PI * 220 * 2 ** ((height(second * 2) - 2.1) / 1.3)) / RATE;
  const edge = Math.min(1, second * 4, (SECONDS - second) * 4);
  data[i] = 128 + 60 * edge * (Math.sin(phase) + 0.25 * Math.sin(2 * phase));
}
const header = Buffer.alloc(44);
header.write('RIFF', 0);
header.writeUInt32LE(36 + data.length, 4);
header.write('WAVEfmt ', 8);
header.writeUInt32LE(16, 16); // length of the format's description
header.writeUInt16LE(1, 20); // PCM
header.writeUInt16LE(1, 22); // one channel
header.writeUInt32LE(RATE, 24);
header.writeUInt32LE(RATE, 28); // bytes in a second
header.writeUInt16LE(1, 32); // bytes in a sample
header.writeUInt16LE(8, 34); // bits in a sample
header.write('data', 36);
header.writeUInt32LE(data.length, 40);
await mkdir(target, { recursive: true });
await writeFile(`${target}tide.wav`, Buffer.concat([header, data]));
