import type { Candidate, Figure, Image, ImageSource } from './article.ts';

/** A file, and its size in pixels where the HTML says it. */
export interface PictureFile {
  url: string;
  width?: number;
  height?: number;
}

/** The types of images that Google reads. */
const READABLE = /^image\/(?:avif|bmp|gif|jpeg|png|svg\+xml|webp)$/i;

/** The largest file of a picture, of those as large the first; a video's poster. */
export function largestFile(media: Figure['media']): PictureFile | undefined {
  if (media?.type !== 'image') return media?.poster ? { url: media.poster } : undefined;
  const files = [media, ...media.sources.filter(isWhole)].flatMap((source) => {
    // The attributes say the shape of every file.
    const { width, height } = source.width && source.height ? source : media;
    return candidatesOf(source).map((candidate) => sized(candidate, width, height));
  });
  return files.reduce<(typeof files)[number] | undefined>(
    (most, each) => (most && most.rank >= each.rank ? most : each),
    undefined,
  )?.file;
}

/** Whether a source shows the whole picture in a type that is read. One for some screens alone may be a crop. */
function isWhole({ media, type = 'image/jpeg' }: ImageSource): boolean {
  return !media && READABLE.test(type);
}

/** Beside files with a width, `src` is only for browsers that do not know them. */
function candidatesOf(source: Image | ImageSource): readonly Candidate[] {
  const { candidates } = source;
  const src = 'src' in source && !candidates.some(({ width }) => width) ? source.src : undefined;
  return src ? [{ url: src }, ...candidates] : candidates;
}

function sized(
  candidate: Candidate,
  width: number | undefined,
  height: number | undefined,
): { file: PictureFile; rank: number } {
  const { url, density = 1 } = candidate;
  const rank = candidate.width ?? density * (width ?? 1);
  const file: PictureFile = { url };
  if (candidate.width) file.width = candidate.width;
  if (width && height) {
    file.width = Math.round(rank);
    file.height = Math.round((rank * height) / width);
  }
  return { file, rank };
}
