import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

// Specs show pages in the French texts of the libs they use.
const TEXTS = 'i18n/\\w+\\.fr\\.json$';
const scopes = ['people', 'spaces', 'residents', 'booking', 'notifications'];
// Dependencies go one way: a scope knows itself, those before it, and shared.
const scopeRules = scopes.map((scope, index) => ({
  sourceTag: `scope:${scope}`,
  onlyDependOnLibsWithTags: ['scope:shared', ...scopes.slice(0, index + 1).map((known) => `scope:${known}`)],
}));
const layerRules = [
  {
    sourceTag: 'layer:domain',
    onlyDependOnLibsWithTags: ['layer:domain'],
    bannedExternalImports: ['@nestjs/*', '@angular/*', 'typeorm', 'pg', 'rxjs'],
  },
  {
    sourceTag: 'layer:api',
    onlyDependOnLibsWithTags: ['layer:api', 'layer:domain'],
    bannedExternalImports: ['@angular/*', 'fullcalendar*'],
  },
  {
    sourceTag: 'layer:web',
    onlyDependOnLibsWithTags: ['layer:web', 'layer:ui', 'layer:domain'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', 'pg-boss'],
  },
  { sourceTag: 'layer:ui', onlyDependOnLibsWithTags: ['layer:ui', 'layer:domain'], bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg'] },
  { sourceTag: 'layer:testing', onlyDependOnLibsWithTags: ['layer:testing', 'layer:domain'] },
  { sourceTag: 'layer:e2e', onlyDependOnLibsWithTags: ['layer:domain'] },
  { sourceTag: 'layer:app', onlyDependOnLibsWithTags: ['layer:api', 'layer:domain', 'layer:testing'] },
  { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] },
];

export default tseslint.config(
  { ignores: ['**/node_modules', '**/dist', '**/.nx', '**/.angular', '**/.data', '**/*.generated.ts'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommended, ...tseslint.configs.stylistic],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { allow: ['../../../tools/**', TEXTS], depConstraints: [...layerRules, ...scopeRules], enforceBuildableLibDependency: false },
      ],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['error', 400],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  // Nest injects by the classes themselves: a type-only import would leave nothing to inject.
  {
    files: ['apps/api/**/*.ts', 'libs/*/api/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['apps/web/**/*.ts', 'libs/*/web/**/*.ts', 'libs/shared/ui/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
  },
  { files: ['**/*.html'], extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility] },
  prettier,
);
