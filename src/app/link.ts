import { navigate } from 'wouter/use-browser-location';
import type { LinkProps } from '../ui/app-link.tsx';

/** An in-app link: a real address that opens in a new tab when asked, and else without loading a page. */
export function link(address: string): LinkProps {
  return {
    href: address,
    onClick: (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      go(address);
    },
  };
}

/** Goes to an address of the app. A page begins at its top unless it has a place of its own to show. */
export function go(address: string): void {
  navigate(address);
  scrollTo({ top: 0, behavior: 'instant' });
}
