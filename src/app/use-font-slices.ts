import { useEffect } from 'react';

const ADDRESS = '/fonts/slices.css';

/**
 * Brings the rules of the faces' slices, which text of the reader's own may need: the bundled texts have their own small
 * faces, and the rules alone are longer than a plan. The slices themselves are fetched by the characters that occur.
 */
export function useFontSlices(needed: boolean): void {
  useEffect(() => {
    if (!needed || document.querySelector(`link[href="${ADDRESS}"]`) !== null) return;
    const rules = document.createElement('link');
    rules.rel = 'stylesheet';
    rules.href = ADDRESS;
    document.head.append(rules);
  }, [needed]);
}
