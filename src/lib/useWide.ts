import { useMediaQuery } from './useMediaQuery';

/** Whether the window has room for one more column, beside wp-admin's menu. */
export const useWide = (): boolean => useMediaQuery( '(min-width: 1400px)' );
