/** The values of a story's controls: attributes by name, booleans by presence. */
export type Args = Readonly<Record<string, string | boolean | undefined>>;

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/**
 * Writes an element's HTML as an author would: what the stories show, test and document is the same text.
 *
 * @param tag The tag name.
 * @param args Its attributes; false, undefined and empty ones are left out.
 * @param content The author's HTML inside.
 */
export function element(tag: string, args: Args, content: string): string {
  const attributes = Object.entries(args)
    .filter(([, value]) => value !== false && value !== undefined && value !== '')
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escape(String(value))}"`));
  return `<${tag}${attributes.join('')}>${content}</${tag}>`;
}
