const defaultConfig = require( '@wordpress/scripts/config/webpack.config' );

const { splitChunks } = defaultConfig.optimization;

module.exports = {
	...defaultConfig,
	// Writes build/NAME.js, NAME.css, NAME-rtl.css and NAME.asset.php (its dependencies and version): the screens, and the bell of every page.
	entry: { admin: './src/index.tsx', bell: './src/bell/index.ts' },
	optimization: {
		...defaultConfig.optimization,
		// Without the group that moves every style.scss into a file of its own, style-admin.css: each screen's chunk loads its styles.
		splitChunks: { ...splitChunks, cacheGroups: { default: false } },
	},
	// A second build takes seconds instead of half a minute.
	cache: { type: 'filesystem' },
};
