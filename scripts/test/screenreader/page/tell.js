// Tells the server of the test where the focus is, in shadow roots too, at each frame in which it has moved: Orca says nothing when Firefox
// opens a dialog, and the next key must wait for it.
let last;
function look() {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (active && active !== last) {
    const name = active.ariaLabel || active.title || active.textContent.trim();
    void fetch(`/focus/${encodeURIComponent(name)}`);
  }
  last = active;
  requestAnimationFrame(look);
}
look();
