/** Hands the reader a file to keep. */

/** What is needed of the browser, so that tests can stand in for it. */
export interface DownloadHost {
  readonly document: Document;
  createObjectURL(blob: Blob): string;
  revokeObjectURL(url: string): void;
  later(callback: () => void, milliseconds: number): void;
}

/** Long enough for the slowest browser to have begun to read the blob. */
const HOLD = 60_000;

/** Saves a text (as UTF-8) or a blob under the name, whose characters that no file system takes become `_`. */
export function saveFile(
  name: string,
  content: string | Blob,
  type = 'text/plain;charset=utf-8',
  host: DownloadHost = browserHost(),
): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content;
  const url = host.createObjectURL(blob);
  const link = host.document.createElement('a');
  link.href = url;
  link.download = fileName(name);
  link.click();
  host.later(() => host.revokeObjectURL(url), HOLD);
}

/** A name that Windows, too, can store: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
export function fileName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what a file name must not hold
  const safe = name.replace(/[\u0000-\u001f<>:"/\\|?*]/gu, '_').replace(/^[. ]+|[. ]+$/gu, '');
  return safe === '' ? '_' : safe;
}

function browserHost(): DownloadHost {
  return {
    document,
    createObjectURL: (blob) => URL.createObjectURL(blob),
    revokeObjectURL: (url) => URL.revokeObjectURL(url),
    later: (callback, milliseconds) => setTimeout(callback, milliseconds),
  };
}
