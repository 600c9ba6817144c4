const defaultConfig = require( '@wordpress/scripts/config/jest-unit.config' );
const preset = require( '@wordpress/jest-preset-default' );

const [ babelTransform ] = Object.values( defaultConfig.transform );

module.exports = {
	...defaultConfig,
	roots: [ '<rootDir>/src', '<rootDir>/tools' ],
	testEnvironment: '<rootDir>/tests/jest-environment.js',
	testMatch: [ '**/test/**/*.test.[jt]s?(x)' ],
	testPathIgnorePatterns: [ '/node_modules/', '/vendor/', '/tests/e2e/' ],
	setupFilesAfterEnv: [
		...preset.setupFilesAfterEnv,
		'<rootDir>/tests/jest-setup.ts',
	],
	moduleNameMapper: {
		...preset.moduleNameMapper,
		// The module that ships is ESM only, which Jest can't require; this is the same code as CommonJS.
		'^@wordpress/dataviews/wp$': '@wordpress/dataviews',
	},
	transform: { '\\.m?[jt]sx?$': babelTransform },
	transformIgnorePatterns: [
		'/node_modules/(?!(@wordpress/theme|marked|parsel-js|uuid)/)',
	],
};
