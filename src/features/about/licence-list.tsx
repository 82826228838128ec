import { Label } from '../../ui/label.tsx';
import styles from './about-screen.module.css';

/** Something that the app is made with, and under which terms. */
export interface Licence {
  readonly name: string;
  readonly version: string;
  /** SPDX identifier where there is one. */
  readonly licence: string;
  /** `build`: asked when the app is made, and not on this device. */
  readonly use: 'app' | 'build';
  /** The licence's text with its copyright notice, as its makers ship it. */
  readonly text: string;
}

/** The programs, faces and dictionaries, each with its licence's text behind a press. */
export function LicenceList({ licences }: { readonly licences: readonly Licence[] | null }) {
  if (licences === null) {
    return (
      <p role="status">
        <Label k="about.licences-loading" />
      </p>
    );
  }
  return (
    <ul className={styles.licences}>
      {licences.map((one) => (
        <li key={`${one.name} ${one.version}`}>
          <details>
            <summary>
              <span className={styles.component}>
                {one.name} {one.version}
              </span>{' '}
              <span className={styles.terms}>
                <Label k="about.licence" with={{ licence: one.licence }} />
              </span>
              {one.use === 'build' && (
                <>
                  {' '}
                  <span className={styles.terms}>
                    <Label k="about.licence-build" />
                  </span>
                </>
              )}
            </summary>
            <pre lang="en">{one.text}</pre>
          </details>
        </li>
      ))}
    </ul>
  );
}
