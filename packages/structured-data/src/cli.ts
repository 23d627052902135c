#!/usr/bin/env node
// galley-jsonld: prints the script element with the structured data of a page.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseHTML } from 'linkedom';
import { webAddress } from './dom.ts';
import { newsArticle, readArticle, toScript } from './structured-data.ts';

const USAGE = 'galley-jsonld page.html [--url URL] [--publisher NAME]';

/** What went wrong, with what to do next, in one line. */
class Mistake extends Error {}

function run(): string {
  const { positionals, values } = parse();
  if (values.help) return `${USAGE}\n`;
  const [file, ...more] = positionals;
  if (!file || more.length) throw new Mistake(`Name one page: ${USAGE}`);
  if (values.url && !webAddress(values.url))
    throw new Mistake(
      `"${values.url}" is no address of a page. Write it whole: --url https://example.org/story`,
    );
  const { document } = parseHTML(read(file));
  const url =
    values.url ?? document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? undefined;
  const article = readArticle(document, { url });
  if (!article.headline)
    throw new Mistake(`${file} has no headline. Write one heading in a galley-headline-block.`);
  if (!webAddress(url))
    process.stderr.write('Relative addresses are left out. Name the page: --url https://example.org/story\n');
  const publisher = values.publisher ? { name: values.publisher } : undefined;
  const data = newsArticle(article, { url, publisher });
  return `<script type="application/ld+json">${toScript(data)}</script>\n`;
}

function parse(): { positionals: string[]; values: { url?: string; publisher?: string; help?: boolean } } {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        publisher: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new Mistake(`${(error as Error).message.split(/\.\s/, 1).join('')}. Write: ${USAGE}`);
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Mistake(
      `${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? ''}). Check its path from here: ${process.cwd()}`,
    );
  }
}

try {
  process.stdout.write(run());
} catch (error) {
  if (!(error instanceof Mistake)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
