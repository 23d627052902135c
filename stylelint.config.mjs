export default {
  extends: ['stylelint-config-standard'],
  rules: {
    // `:where()` and `:is()` set the rank of a rule here, not the order of the file; a rule's meaning does not hang on it.
    'no-descending-specificity': null,
    'rule-empty-line-before': null,
    'comment-empty-line-before': null,
    // Bundlers read both; packages are named, not addressed.
    'import-notation': 'string',
    'selector-class-pattern': null,
    'custom-property-pattern': '^_?[a-z][a-z0-9-]*$',
    'declaration-empty-line-before': null,
    // `open-quote` twice: the second with an empty alternative text, for engines that know it.
    'declaration-block-no-duplicate-properties': [
      true,
      { ignore: ['consecutive-duplicates-with-different-values'] },
    ],
  },
};
