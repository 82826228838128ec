/** Times the switches of the text, by the attribute and the property that the settings set, and by real keys. */
globalThis.benchSwitch = (kind, values, runs) => {
  const root = document.documentElement;
  const layOut = (): number =>
    document.body.offsetHeight + (document.querySelector('article')?.offsetHeight ?? 0);
  layOut();
  return Array.from({ length: runs }, (_, run) => {
    const value = values[run % values.length] ?? '';
    const before = performance.now();
    if (kind === 'furigana') root.dataset.furigana = value;
    else root.style.setProperty('--text-size', value);
    layOut();
    return performance.now() - before;
  });
};

let painted: number[] = [];
addEventListener(
  'keydown',
  () => {
    const before = performance.now();
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => painted.push(performance.now() - before);
      channel.port2.postMessage(null);
    });
  },
  true,
);

globalThis.benchKeys = () => {
  const taken = painted;
  painted = [];
  return taken;
};
