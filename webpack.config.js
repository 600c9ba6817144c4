const defaultConfig = require( '@wordpress/scripts/config/webpack.config' );

module.exports = {
	...defaultConfig,
	// Writes build/admin.js, admin.css, admin-rtl.css and admin.asset.php (its dependencies and version).
	entry: { admin: './src/index.tsx' },
	// A second build takes seconds instead of half a minute.
	cache: { type: 'filesystem' },
};
