import type { ReactNode } from 'react';

/** A real address, followed without loading a page. */
export interface LinkProps {
  readonly href: string;
  readonly onClick: (event: Press) => void;
}

interface Press {
  preventDefault(): void;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** Makes an in-app link from an address. */
export type Link = (address: string) => LinkProps;

interface AppLinkProps extends LinkProps {
  /** What the link is called; its content may hold furigana, which must not get into the name. */
  readonly name: string;
  readonly className?: string | undefined;
  /** BCP 47, where the content's language isn't the interface's. */
  readonly lang?: string;
  readonly children: ReactNode;
}

/** A link within the app. */
export function AppLink({ href, onClick, name, className, lang, children }: AppLinkProps) {
  return (
    <a href={href} onClick={onClick} aria-label={name} className={className} lang={lang}>
      {children}
    </a>
  );
}
