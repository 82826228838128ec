import type { Services } from './services.ts';

/** Takes one of the reader's own documents off the device, says so, and offers it back. */
export async function removeDocument({ ownBooks, notices }: Services, id: string): Promise<void> {
  const title = ownBooks.getSnapshot().books.find((book) => book.id === id)?.title ?? '';
  if (!(await ownBooks.remove(id))) return;
  notices.set({ key: 'shelf.removed', parameters: { title }, undo: () => void ownBooks.undoRemove() });
}
