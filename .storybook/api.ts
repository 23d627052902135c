// What the manifests of the packages (custom-elements.json) say of an element, as the rows of its table in the documentation.
import type { InputType } from 'storybook/internal/types';
import { setCustomElementsManifest } from '@storybook/web-components-vite';

interface Item {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
}

interface Declaration {
  readonly tagName?: string;
  readonly attributes?: readonly Item[];
  readonly members?: readonly (Item & { kind: string; attribute?: string; static?: boolean })[];
  readonly events?: readonly Item[];
  readonly lightParts?: readonly Item[];
  readonly cssProperties?: readonly Item[];
  readonly cssParts?: readonly Item[];
  readonly cssStates?: readonly Item[];
}

interface Manifest {
  readonly schemaVersion: string;
  readonly modules: readonly { readonly declarations: readonly Declaration[] }[];
}

const manifests = import.meta.glob<Manifest>(
  ['../packages/*/custom-elements.json', '!../packages/elements/custom-elements.json'],
  { eager: true, import: 'default' },
);
const modules = Object.values(manifests).flatMap((manifest) => manifest.modules);
setCustomElementsManifest({ schemaVersion: '1.0.0', modules });

const UNION = /^'[^']*'( \| '[^']*')+$/;

function control(type: string | undefined): InputType {
  if (type && UNION.test(type)) {
    return { control: { type: 'select' }, options: type.split(' | ').map((value) => value.slice(1, -1)) };
  }
  return { control: { type: type === 'boolean' ? 'boolean' : 'text' } };
}

/**
 * The rows of an element's table. Storybook merges rows by name, and an attribute and a part may share one (`credit`), so all
 * but attributes are named as they are written: `data-part="credit"`.
 *
 * @param tag The tag name.
 */
export function describeApi(tag: string): Record<string, InputType> {
  const api = modules.flatMap((module) => module.declarations).find(({ tagName }) => tagName === tag);
  const rows: Record<string, InputType> = {};
  const add = (category: string, items: readonly Item[] = [], write = (name: string) => name): void => {
    for (const { name, description = '', default: value, type } of items) {
      rows[write(name)] = {
        name: write(name),
        description,
        table: {
          category,
          ...(type && { type: { summary: type.text } }),
          ...(value && { defaultValue: { summary: value } }),
        },
        ...(category === 'attributes' ? control(type?.text) : { control: { disable: true } }),
      };
    }
  };
  add('attributes', api?.attributes);
  add(
    'properties',
    api?.members
      // The others are attributes too, under the same name.
      ?.filter(
        ({ kind, name, attribute, static: isStatic }) => kind === 'field' && !isStatic && attribute !== name,
      )
      .map(({ attribute, ...field }) =>
        attribute ? { ...field, description: `The attribute \`${attribute}\`.` } : field,
      ),
  );
  add('parts of the HTML', api?.lightParts, (name) => `data-part="${name}"`);
  add('events', api?.events);
  add('CSS custom properties', api?.cssProperties);
  add('CSS parts', api?.cssParts, (name) => `::part(${name})`);
  add('CSS states', api?.cssStates, (name) => `:state(${name})`);
  return rows;
}
