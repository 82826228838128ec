import { useEffect, useRef, useState } from 'react';

/** True while a file is held over the page; one that is let go is given to `onFile`, wherever that happens. */
export function useDrop(onFile: (file: File) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(onFile);
  useEffect(() => {
    latest.current = onFile;
  });

  useEffect(() => {
    const ends = new AbortController();
    const holdsFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const options = { signal: ends.signal };
    addEventListener(
      'dragover',
      (event) => {
        if (!holdsFile(event)) return;
        event.preventDefault();
        setOver(true);
      },
      options,
    );
    addEventListener(
      'dragleave',
      (event) => {
        // Only when the pointer leaves the window, not when it goes from one element to the next.
        if (event.relatedTarget === null) setOver(false);
      },
      options,
    );
    addEventListener(
      'drop',
      (event) => {
        if (!holdsFile(event)) return;
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer?.files[0];
        if (file !== undefined) latest.current(file);
      },
      options,
    );
    return () => ends.abort();
  }, []);

  return over;
}
