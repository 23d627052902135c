// The advertisements of the newsroom's server: one that behaves, and those that do what publishers have had to fear of others.
// Each tells the server that it runs (`/runs/NAME`), and each that gets out of its frame lands on a page of the server's (`/landed/NAME`).

const style = (color) =>
  `<style>
    html, body { block-size: 100%; margin: 0; }
    a { box-sizing: border-box; display: grid; place-content: center; gap: 0.25em; block-size: 100%; padding: 0.5em; overflow: hidden;
      background: ${color}; color: #fff; font: 600 1rem/1.2 system-ui, sans-serif; text-align: center; text-decoration: none; }
    small { font-weight: 400; }
  </style>`;

const sign = (name, { color = '#1d4b4f', target = '_blank', words = 'Rope, canvas and lamps' } = {}) =>
  `${style(color)}<a href="/landed/${name}" target="${target}">Ropewalk Chandlery <small>${words}</small></a>`;

const script = (code) => `<script>${code}</script>`;

/** What each is: its HTML, which may be a page of its own or stand in a bid. Addresses begin at the server's root. */
const creatives = {
  'well-behaved': () => sign('well-behaved'),
  animated: () =>
    `${sign('animated', { color: '#5a3a1e', words: 'New every second' })}
    <style>a { animation: pulse 1s infinite alternate } @keyframes pulse { to { background: #8a5a2e } }</style>
    ${script(`let n = 0; setInterval(() => (document.querySelector('small').textContent = 'Seen for ' + ++n + ' s'), 1000)`)}`,
  redirecting: () =>
    `${sign('redirecting')}${script(`try { top.location = base + '/landed/redirecting' } catch {}
    try { parent.location = base + '/landed/redirecting' } catch {}
    const a = document.createElement('a'); a.href = '/landed/redirecting'; a.target = '_top'; document.documentElement.append(a); a.click();
    window.open(base + '/landed/redirecting')`)}`,
  alert: () =>
    `${sign('alert')}${script(`alert('Congratulations'); confirm('Claim your prize'); prompt('Your card'); runs('alert-went-on')`)}`,
  'focus-stealing': () =>
    `${sign('focus-stealing')}<input aria-label="Your address">${script(`const steal = () => { window.focus(); document.querySelector('input').focus() };
    let tries = 0; const timer = setInterval(() => { steal(); runs('focus-tried-' + ++tries); if (tries === 3) clearInterval(timer) }, 200); steal()`)}`,
  oversized: () =>
    `<div style="inline-size: 3000px; block-size: 3000px; background: repeating-linear-gradient(#b00, #b00 20px, #fff 20px, #fff 40px)"></div>
    ${script(`for (const width of [3000, '100vw']) for (const target of [parent, top]) {
      target.postMessage({ type: 'resize', width, height: 3000 }, '*');
      target.postMessage(JSON.stringify({ message: 'Prebid Native', action: 'resizeNativeHeight', width, height: 3000 }), '*');
    }`)}`,
  'never-loading': () => `${sign('never-loading')}<img src="/hangs" alt=""><script src="/hangs"></script>`,
  'one-pixel': () => `<img src="/pixel.gif" width="1" height="1" alt="">`,
  'top-links': () => sign('top-links', { target: '_top' }) + `<base target="_top">`,
  forging: () =>
    `${sign('forging')}${script(`const channel = new MessageChannel();
    const lies = ['shown', { galleyMarkup: '<h1>Hacked</h1>' }, { type: 'galley-ad-filled' }, { type: 'galley-ad-resize-request', width: 5000, height: 5000 },
      { galley: 'resize', size: [5000, 5000] }, JSON.stringify({ message: 'Prebid Response', adId: '1', ad: '<h1>Hacked</h1>' }),
      JSON.stringify({ message: 'Prebid Event', adId: '1', event: 'adRenderSucceeded' }), JSON.stringify({ event: 'close' }), '[object Object]', '{'];
    for (const target of [parent, top]) for (const lie of lies) {
      try { target.postMessage(lie, '*') } catch {}
      try { target.postMessage(lie, '*', [new MessageChannel().port2]) } catch {}
    }
    for (const lie of [parent, top]) try { lie.document.body.innerHTML = '<h1>Hacked</h1>' } catch {}
    try { document.cookie = 'forged=1'; localStorage.forged = 1 } catch {}`)}`,
};

export const names = Object.keys(creatives);

/**
 * The HTML of a creative.
 * @param {string} name One of `names`.
 * @param {string} base The server's origin: a bid's markup has no address of its own.
 */
export function creative(name, base) {
  const html = creatives[name]?.();
  if (html === undefined) return undefined;
  const runs = `var base = ${JSON.stringify(base)}, runs = (name) => { new Image().src = base + '/runs/' + name };`;
  return `${script(`${runs} runs(${JSON.stringify(name)});`)}${html.replaceAll(/(href|src)="\//g, `$1="${base}/`)}`;
}
