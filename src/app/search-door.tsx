export function SearchDoor(_: {
  readonly services: unknown;
  readonly book: unknown;
  readonly onClose: () => void;
  readonly onGo: (book: string, sentence: string) => void;
}) {
  return null;
}
