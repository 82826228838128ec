/** The id of the large moves, which the bar's button shows and hides. */
export const MOVES_ID = 'large-moves';
