const defaultConfig = require( '@wordpress/scripts/config/eslint.config.cjs' );

module.exports = [
	{
		ignores: [
			'build/**',
			'vendor/**',
			'node_modules/**',
			'.cache/**',
			'artifacts/**',
		],
	},
	...defaultConfig,
	{
		rules: {
			// Stable in practice, and without a stable name in WordPress 6.8.
			'@wordpress/no-unsafe-wp-apis': [
				'error',
				{
					'@wordpress/components': [
						'__experimentalConfirmDialog',
						'__experimentalDivider',
						'__experimentalGrid',
						'__experimentalHeading',
						'__experimentalHStack',
						'__experimentalInputControl',
						'__experimentalItem',
						'__experimentalItemGroup',
						'__experimentalNumberControl',
						'__experimentalSpacer',
						'__experimentalText',
						'__experimentalToggleGroupControl',
						'__experimentalToggleGroupControlOption',
						'__experimentalTruncate',
						'__experimentalVStack',
					],
				},
			],
			'@wordpress/i18n-text-domain': [
				'error',
				{ allowedTextDomain: 'steward' },
			],
		},
	},
	{
		files: [ '**/*.ts', '**/*.tsx' ],
		rules: {
			// TypeScript says what they are; a comment is for what it can't say.
			'jsdoc/require-param': 'off',
			'jsdoc/check-tag-names': [
				'error',
				{ definedTags: [ 'jest-environment', 'since' ] },
			],
		},
	},
	{
		files: [
			'tools/**',
			'benchmarks/**',
			'tests/e2e/**',
			'*.ts',
			'*.js',
			'*.cjs',
		],
		rules: {
			// Programs for the terminal.
			'no-console': 'off',
			'import/no-extraneous-dependencies': 'off',
		},
	},
	{
		files: [ 'tests/e2e/**', 'tools/**', 'benchmarks/**' ],
		rules: {
			// No React there: Playwright's fixture callback is called use().
			'react-hooks/rules-of-hooks': 'off',
			'jest/no-done-callback': 'off',
		},
	},
	{
		files: [ 'tests/e2e/**' ],
		rules: {
			// Asked within the page, where there is one document.
			'@wordpress/no-global-active-element': 'off',
		},
	},
];
