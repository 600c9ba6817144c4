/**
 * How large the browsers' windows are.
 */

/** A phone as narrow as Steward must fit. */
export const PHONE = { width: 400, height: 860 };
export const DESKTOP = { width: 1440, height: 900 };
