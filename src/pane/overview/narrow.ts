/** When the overview is a list rather than a table: narrower than this, as at 200 % zoom, its columns do not fit beside each other. */
export const NARROW = '@container (max-width: 279px)';
