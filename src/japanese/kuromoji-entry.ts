/**
 * Stands for the package `kuromoji` where the app is bundled. kuroshiro's plug-in imports it for its loader alone,
 * which our plug-in replaces; the real entry brings in a package that throws in a module worker.
 */
const kuromoji = {
  builder(): never {
    throw new Error('The dictionary is loaded by loadDictionary.');
  },
};

export default kuromoji;
