/** The modules that the content plugin makes. */
declare module 'virtual:tomoyomi/catalog' {
  const catalog: readonly import('../library/catalog.ts').CatalogEntry[];
  export default catalog;
}

declare module 'virtual:tomoyomi/lexicon' {
  /** content/lexicon.csv as it stands. */
  const csv: string;
  export default csv;
}
