/** The version in package.json, put in by the build. */
declare const __APP_VERSION__: string;

/** What the analyzer's dictionary weighs over the wire, in bytes; put in by the build. */
declare const __DICTIONARY_BYTES__: number;
