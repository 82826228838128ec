import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accentsFile, DICTIONARY_PACKAGE, furiganaFile } from '../../../../src/build/naist/package.ts';

/** What `npm run dictionary` makes of the package; a new packing changes the format's version, or this. */
const PACKED = [
  [furiganaFile, 'df70296a961e854d79902ffb1471516a111451d3b8797b29c83b76788b35b38f', 8_000_000],
  [accentsFile, 'df75c055937de1252ceff5ad10c7c6e93ea59108c11c3d9900382a62ca99490f', 1_000_000],
] as const;

describe('the packed dictionary in the repository', () => {
  it.each(PACKED)('holds %s as it was packed, and small', (file, sha256, most) => {
    const bytes = readFileSync(file);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    expect(bytes.byteLength).toBeLessThanOrEqual(most);
  });

  it('has its licence and its makers beside it', () => {
    const notice = readFileSync('content/dictionary/NOTICE', 'utf8');
    expect(notice).toContain(`${DICTIONARY_PACKAGE.name} ${DICTIONARY_PACKAGE.version}`);
    expect(notice).toContain('Nara Institute of Science and Technology');
    expect(notice).toContain('The UniDic Consortium');
    expect(notice).toContain('Redistributions in binary form must reproduce the above');
  });
});
