import path from 'node:path';

/** The checkout's folder. */
export const root = path.resolve( __dirname, '../..' );

/** Where everything that is fetched or generated is kept between runs; not in version control. */
export const cache = process.env.STEWARD_CACHE ?? path.join( root, '.cache' );

/** What a test run leaves to look at: reports, screenshots, logs. */
export const artifacts = path.join( root, 'artifacts' );
