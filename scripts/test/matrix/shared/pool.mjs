// Two browsers with a page each, because a page in the background makes no frames and has no focus.
import { launch } from '../../pages.mjs';
import { prepare } from './page.mjs';

export async function pool() {
  const browsers = await Promise.all([launch(), launch()]);
  const free = await Promise.all(
    browsers.map(async (browser) => {
      const [page] = await browser.pages();
      await prepare(page);
      return page;
    }),
  );
  return {
    /** Runs `use` with a page that nothing else uses; as many at once as there are pages. */
    async with(use) {
      const page = free.pop();
      if (!page) throw new Error('More tests run at once than there are pages.');
      try {
        return await use(page);
      } finally {
        free.push(page);
      }
    },
    close: () => Promise.all(browsers.map((browser) => browser.close())),
  };
}
