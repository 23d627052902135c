// Tinos and Arimo stand for Times New Roman and Arial: the same widths, and free to serve by URL.
import { join } from 'node:path';
import { packageRoot } from './faces.mjs';

const files = {
  'Times New Roman': 'tinos-latin-400-normal.woff2',
  'Times New Roman Italic': 'tinos-latin-400-italic.woff2',
  'Times New Roman Bold': 'tinos-latin-700-normal.woff2',
  Arial: 'arimo-latin-400-normal.woff2',
  'Arial Bold': 'arimo-latin-700-normal.woff2',
};

/** The file name that stands for a local face. */
export const substitute = (local) => files[local];

/** Where that file is, or undefined. */
export const substituteFile = (name) =>
  Object.values(files).includes(name)
    ? join(packageRoot(`@fontsource/${name.split('-')[0]}`), 'files', name)
    : undefined;
