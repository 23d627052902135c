// What the stories of a slot's states need of their page, by the slot's class: a reader who does not answer, or has gone on when the answer is there;
// another advertisement that is asked for; a slot that is taken out.

const readers = {
  'story-unanswered': () => new Promise(() => undefined),
  'story-left': async (slot) => {
    // Wherever it is, that is not near.
    slot.setAttribute('fetch-margin', '-9999px');
    return { allowed: true };
  },
};
function prepare() {
  for (const [name, answer] of Object.entries(readers))
    for (const slot of document.getElementsByClassName(name))
      slot.consentSource ??= { ask: () => answer(slot) };
}
prepare();
// Storybook puts a story in its place later.
new MutationObserver(prepare).observe(document, { childList: true, subtree: true });

document.addEventListener('galley-ad-filled', ({ target }) => {
  if (target.matches('.story-refreshing')) void target.refresh();
  if (target.matches('.story-gone')) target.remove();
});
