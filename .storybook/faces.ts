// Waits for the faces of all themes before anything is shown: they are `font-display: optional`, so that one which comes late is not
// seen at all. A reader has them on the next page; a designer looks at this one.
const families = new Set([...document.fonts].map(({ family }) => family));
await Promise.allSettled(
  [...families].map((family) => document.fonts.load(`1em "${family.replaceAll('"', '')}"`, 'Galley قلم')),
);

export {};
