import { useEffect, useState } from 'react';

/** An address within the page for a file that is on the device, while `isKept`; `null` until it is there. */
export function useFileAddress(isKept: boolean, open: () => Promise<Blob | null>): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!isKept) return;
    let made: string | null = null;
    let ended = false;
    void open().then((file) => {
      if (ended || file === null) return;
      made = URL.createObjectURL(file);
      setAddress(made);
    });
    return () => {
      ended = true;
      if (made !== null) URL.revokeObjectURL(made);
      setAddress(null);
    };
  }, [isKept, open]);
  return address;
}
