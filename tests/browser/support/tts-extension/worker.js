/** The engine's side in the browser: hands each text to the test's server, and on what that tells, line by line, to the page. */

/** Silences what is being said. */
let current = new AbortController();

chrome.ttsEngine.onSpeak.addListener((text, options, send) => {
  current.abort();
  current = new AbortController();
  void speak(text, options.rate ?? 1, send, current.signal);
});

chrome.ttsEngine.onStop.addListener(() => current.abort());

async function speak(text, rate, send, signal) {
  try {
    const { server } = await (await fetch(chrome.runtime.getURL('server.json'))).json();
    const response = await fetch(server, { method: 'POST', body: JSON.stringify({ text, rate }), signal });
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const lines = (rest + value).split('\n');
      rest = lines.pop() ?? '';
      if (signal.aborted) return;
      for (const line of lines) send(JSON.parse(line));
    }
  } catch (error) {
    if (!signal.aborted) send({ type: 'error', errorMessage: String(error) });
  }
}
