/** From a file that the reader chose to its bytes. */

/** 50 MiB. A format may allow less. */
export const LARGEST_FILE = 50 * 1024 * 1024;

export interface PickedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type PickedFileResult =
  | { readonly ok: true; readonly file: PickedFile }
  /** `limit` is in bytes. `unreadable`: the file has gone or changed since it was chosen, or may not be read. */
  | {
      readonly ok: false;
      readonly error:
        | { readonly code: 'too-large'; readonly limit: number }
        | { readonly code: 'unreadable' };
    };

/** Reads a file that was chosen or dropped. Nothing of a file that is too large is read. Never rejects. */
export async function readPickedFile(
  file: Pick<File, 'name' | 'size' | 'arrayBuffer'>,
  limit: number = LARGEST_FILE,
): Promise<PickedFileResult> {
  if (file.size > limit) return { ok: false, error: { code: 'too-large', limit } };
  try {
    return { ok: true, file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } };
  } catch {
    return { ok: false, error: { code: 'unreadable' } };
  }
}

/**
 * Opens the device's file chooser; to be called within a press. `accept` holds file endings with their points.
 * Resolves with `null` where the reader chose nothing.
 */
export function pickFile(accept: readonly string[], page: Document = document): Promise<File | null> {
  const input = page.createElement('input');
  input.type = 'file';
  input.accept = accept.join();
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null), { once: true });
    input.addEventListener('cancel', () => resolve(null), { once: true });
    input.click();
  });
}
