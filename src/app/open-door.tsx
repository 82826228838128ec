export function OpenDoor(_: {
  readonly services: unknown;
  readonly live: boolean;
  readonly file: File | null;
}) {
  return null;
}
