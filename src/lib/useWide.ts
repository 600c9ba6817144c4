import { useMediaQuery } from './useMediaQuery';

/** Whether the window has room for one more column. */
export const useWide = (): boolean => useMediaQuery( '(min-width: 1280px)' );
