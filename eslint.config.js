import tseslint from 'typescript-eslint';

/** Rules for what the compiler accepts: promises that nothing awaits, `any` and `!`. */
export default tseslint.config(
  { ignores: ['site/', 'dist/', 'generated/', '**/.cache/', 'test/support/redocly/'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['test/tsconfig.json', 'examples/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/require-await': 'off', // async is how a throw becomes a rejection
      '@typescript-eslint/prefer-promise-reject-errors': 'off', // an abort passes on the caller's own reason
      '@typescript-eslint/only-throw-error': 'off', // likewise
    },
  },
  {
    files: ['**/*.js'],
    ...tseslint.configs.disableTypeChecked, // Redocly ships no types of its rules: most of their values are unknown
  },
);
