// Scripts and tests may do what contracts may not: hostile receivers, several contracts in a file, long tables.
const { extends: base, rules } = require('./solhint.config.cjs');

module.exports = {
  extends: base,
  rules: {
    ...rules,
    'check-send-result': 'off',
    'code-complexity': 'off',
    'function-max-lines': 'off',
    'gas-calldata-parameters': 'off',
    'gas-custom-errors': 'off',
    'gas-increment-by-one': 'off',
    'interface-starts-with-i': 'off',
    'no-complex-fallback': 'off',
    'no-empty-blocks': 'off',
    'one-contract-per-file': 'off',
  },
};
