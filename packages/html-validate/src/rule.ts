import { Rule, type DOMTree, type HtmlElement, type RuleConstructor } from 'html-validate';

/** Where a mistake is, what it is and how to mend it, and the attribute that is wrong, where it is one. */
export type Mistake = [node: HtmlElement, message: string, attribute?: string];

/**
 * A rule that looks at the whole document.
 *
 * @param description What the rule asks for, in a sentence.
 */
export function rule(
  description: string,
  find: (document: DOMTree) => Iterable<Mistake>,
): RuleConstructor<void, void> {
  return class extends Rule {
    override documentation() {
      return { description };
    }

    setup() {
      this.on('dom:ready', ({ document }) => {
        for (const [node, message, attribute] of find(document)) {
          const location = attribute === undefined ? undefined : node.getAttribute(attribute)?.valueLocation;
          this.report(node, message, location);
        }
      });
    }
  };
}
