/** The key under which the reader's corrections are kept; by itself, so that asking whether there are any costs nothing more. */
export const CORRECTIONS_KEY = 'tomoyomi.corrections';
