import { lazy, Suspense } from 'react';
import type { ToolbarSheet } from '../features/reader/toolbar.tsx';
import type { OpenSheetProps } from './open-sheet.tsx';

/** What every sheet needs; to be called ahead of the first, should the network be gone by then. */
export const fetchSheets = () => import('./open-sheet.tsx');

// No sheet is needed until it is asked for: the way to 聞く stays short. They are on the device by then.
const OpenSheet = lazy(async () => ({ default: (await fetchSheets()).OpenSheet }));

type ReadSheetsProps = Omit<OpenSheetProps, 'sheet'> & { readonly sheet: ToolbarSheet | null };

/** The sheet that the toolbar opened, if any. */
export function ReadSheets({ sheet, ...rest }: ReadSheetsProps) {
  if (sheet === null) return null;
  return (
    <Suspense>
      <OpenSheet sheet={sheet} {...rest} />
    </Suspense>
  );
}
