import { useMediaQuery } from './useMediaQuery';

/** Whether the window is as narrow as a telephone. */
export const useNarrow = (): boolean => useMediaQuery( '(max-width: 600px)' );
