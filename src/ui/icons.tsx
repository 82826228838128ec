import type { ReactNode } from 'react';

/** The interface's pictures: 24 × 24, in the text's colour, never without words beside them. */
function Icon({ children, filled = false }: { readonly children: ReactNode; readonly filled?: boolean }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="1em"
      height="1em"
      aria-hidden="true"
      focusable="false"
      fill={filled ? 'currentColor' : 'none'}
      stroke={filled ? 'none' : 'currentColor'}
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

export const ShelfIcon = () => (
  <Icon>
    <path d="M4 5h4v14H4zM10 5h4v14h-4zM16.2 6.3l3.2-.8 2.6 13-3.2.8z" />
  </Icon>
);
export const ContentsIcon = () => (
  <Icon>
    <path d="M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01" />
  </Icon>
);
export const SearchIcon = () => (
  <Icon>
    <circle cx="10.5" cy="10.5" r="6.5" />
    <path d="m20 20-4.7-4.7" />
  </Icon>
);
export const BookmarkIcon = () => (
  <Icon>
    <path d="M6 4h12v16l-6-4.5L6 20z" />
  </Icon>
);
export const PlayIcon = () => (
  <Icon filled>
    <path d="M7 4.5v15a1 1 0 0 0 1.5.86l12-7.5a1 1 0 0 0 0-1.72l-12-7.5A1 1 0 0 0 7 4.5z" />
  </Icon>
);
export const StopIcon = () => (
  <Icon filled>
    <rect x="6" y="4.5" width="4.2" height="15" rx="1" />
    <rect x="13.8" y="4.5" width="4.2" height="15" rx="1" />
  </Icon>
);
export const PreviousIcon = () => (
  <Icon filled>
    <path d="M5 5h2.4v14H5zM19 6v12a1 1 0 0 1-1.6.8l-8-6a1 1 0 0 1 0-1.6l8-6A1 1 0 0 1 19 6z" />
  </Icon>
);
export const NextIcon = () => (
  <Icon filled>
    <path d="M16.6 5H19v14h-2.4zM5 6v12a1 1 0 0 0 1.6.8l8-6a1 1 0 0 0 0-1.6l-8-6A1 1 0 0 0 5 6z" />
  </Icon>
);
export const RepeatIcon = () => (
  <Icon>
    <path d="M4.5 12a7.5 7.5 0 1 0 2.3-5.4" />
    <path d="M4 3.5v4.6h4.6" />
  </Icon>
);
export const ListeningIcon = () => (
  <Icon>
    <path d="M4.5 15v-2.5a7.5 7.5 0 0 1 15 0V15M4.5 14.5h3v5.5h-2a1 1 0 0 1-1-1zM19.5 14.5h-3v5.5h2a1 1 0 0 0 1-1z" />
  </Icon>
);
export const MovesIcon = () => (
  <Icon>
    <path d="m9 6.5-5.5 5.5L9 17.5M15 6.5l5.5 5.5-5.5 5.5" />
  </Icon>
);
export const CloseIcon = () => (
  <Icon>
    <path d="M6 6l12 12M18 6L6 18" />
  </Icon>
);
export const CheckIcon = () => (
  <Icon>
    <path d="m5 12.5 4.5 4.5L19 7.5" />
  </Icon>
);
export const LanguageIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M3.5 12h17M12 3.5c2.6 2.4 3.8 5.2 3.8 8.5s-1.2 6.1-3.8 8.5c-2.6-2.4-3.8-5.2-3.8-8.5S9.4 5.9 12 3.5z" />
  </Icon>
);
export const FileIcon = () => (
  <Icon>
    <path d="M6 3.5h8l4 4v13H6zM14 3.5v4h4M9 12.5h6M9 16h6" />
  </Icon>
);
export const SaveIcon = () => (
  <Icon>
    <path d="M12 4v11M7 10.5l5 5 5-5M5 19.5h14" />
  </Icon>
);
export const InfoIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 11v5.5M12 7.6h.01" />
  </Icon>
);
/** 漢 with its reading above: the sign of furigana. */
export const FuriganaIcon = () => (
  <span className="icon-furigana" aria-hidden="true">
    <span data-sign="かな" />
    <span data-sign="漢" />
  </span>
);
/** A large and a small あ: the sign of how the text looks. */
export const AppearanceIcon = () => (
  <span className="icon-appearance" aria-hidden="true">
    <span data-sign="あ" />
    <span data-sign="あ" />
  </span>
);
