import tseslint from 'typescript-eslint';

/** What the compiler cannot see: promises left alone, `any`, `!`, and the imports that the house does not allow. */
export default tseslint.config(
  { ignores: ['**/dist/**', 'generated/**', '**/*.js', 'test/support/redocly/**'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['test/tsconfig.json', 'examples/tsconfig.json'],
        tsconfigRootDir: `${import.meta.dirname}/..`,
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
);
