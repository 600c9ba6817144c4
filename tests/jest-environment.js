const { TestEnvironment } = require( 'jest-environment-jsdom' );

/** jsdom with the web platform's globals that @wordpress/core-data needs and jsdom lacks. */
module.exports = class extends TestEnvironment {
	async setup() {
		await super.setup();
		for ( const name of [
			'TextEncoder',
			'TextDecoder',
			'Response',
			'Request',
			'Headers',
			'structuredClone',
		] ) {
			this.global[ name ] ??= globalThis[ name ];
		}
	}
};
