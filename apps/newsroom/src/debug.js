// Lists what the page's advertisement slots do, as they do it: opened by ?ads in the address.
const EVENTS = 'state-change request filled empty blocked denied error viewable refresh resize-request'
  .split(' ')
  .map((name) => `galley-ad-${name}`);

const panel = document.createElement('section');
panel.className = 'site-debug';
panel.ariaLabel = 'What the advertisement slots do';
panel.lang = 'en';
panel.dir = 'ltr';
const list = panel.appendChild(document.createElement('ol'));
document.querySelector('.site-footer').before(panel);

const nameOf = (slot) => slot.getAttribute('slot-id') ?? slot.getAttribute('provider');

function add(text) {
  const item = document.createElement('li');
  item.textContent = `${(performance.now() / 1000).toFixed(2)} s: ${text}`;
  list.append(item);
}

/** What an event carries beyond its name. */
const detail = ({ from, to, sizes, size, reason, creative }) =>
  [
    from && `${from} to ${to}`,
    sizes && sizes.map((each) => each.join('x')).join(' '),
    size && size.join('x'),
    reason,
    creative && `${creative.size.join('x')} ${(creative.advertiserDomains ?? []).join(' ')}`,
  ]
    .filter(Boolean)
    .join(', ');

for (const slot of document.querySelectorAll('galley-advertisement-slot'))
  add(`${nameOf(slot)} is ${slot.state}`);
for (const type of EVENTS) {
  document.addEventListener(type, (event) =>
    add(`${nameOf(event.target)}: ${type.replace('galley-ad-', '')} ${detail(event)}`),
  );
}
