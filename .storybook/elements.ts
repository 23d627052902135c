// The elements from their sources: a change is seen at once, with no build of their packages.

const stylesheets = import.meta.glob('../packages/*/src/*.css');

// In development authors' mistakes are warned of on the console; the built Storybook has what readers get.
const definitions = import.meta.env.DEV
  ? import.meta.glob('../packages/*/src/define.development.ts')
  : import.meta.glob(['../packages/*/src/define.ts', '!../packages/core/**', '!../packages/elements/**']);

// Nothing is shown before the elements are there.
await Promise.all(Object.values({ ...stylesheets, ...definitions }).map((load) => load()));

export {};
