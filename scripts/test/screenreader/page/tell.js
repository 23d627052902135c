// Tells the server of the test where the focus is, in shadow roots too, at each frame in which it has moved: Orca says nothing when Firefox
// opens a dialog, and the next key must wait for it. What is in a frame tells of itself.
let last;
function look() {
  let active = parent === self || document.hasFocus() ? document.activeElement : null;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (active && active !== last && active.localName !== 'iframe' && active !== document.body) {
    const name = active.ariaLabel || active.title || active.textContent.trim();
    void fetch(`/focus/${encodeURIComponent(name)}`);
  }
  last = active;
  requestAnimationFrame(look);
}

// Gone to a frame and back again, it has moved.
addEventListener('blur', () => (last = undefined));
look();
