import { isChromium } from './fixture-commands.mjs';

/**
 * The server command `media`: emulates media features, such as `{ 'forced-colors': 'active' }`, and the media type, `{ media: 'print' }`;
 * `{}` ends it. False where the engine has no way to. The test runner's own `emulateMedia` leaves forced colours out without a word.
 */
export function mediaPlugin() {
  // One for each page: what one client emulates, another does not end.
  const clients = new WeakMap();
  return {
    name: 'media-command',
    async executeCommand({ command, payload, session }) {
      if (command !== 'media') return undefined;
      if (!isChromium(session)) return false;
      const page = session.browser.getPage(session.id);
      const client = clients.get(page) ?? (await page.createCDPSession());
      clients.set(page, client);
      const { media = '', ...features } = payload ?? {};
      await client.send('Emulation.setEmulatedMedia', {
        media,
        features: Object.entries(features).map(([name, value]) => ({ name, value })),
      });
      return true;
    },
  };
}
