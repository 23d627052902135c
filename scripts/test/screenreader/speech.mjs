// A stand-in for speech-dispatcher: answers its protocol (SSIP) on a Unix socket, makes no sound, and hands over each utterance. Orca talks
// to it as to the real one, by SPEECHD_ADDRESS=unix_socket:PATH.
import { createServer } from 'node:net';

/** What is spoken, out of SSML, in which Orca marks each word. */
const textOf = (ssml) =>
  ssml
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();

/**
 * @param {string} path Where the socket is made.
 * @param {(text: string) => void} speak Called with each utterance.
 * @returns {Promise<{ close: () => Promise<void> }>}
 */
export async function speechServer(path, speak) {
  const sockets = new Set();
  let clients = 0;
  let messages = 0;
  const server = createServer((socket) => {
    const client = (clients += 1);
    const answer = (...lines) => socket.write(`${lines.join('\r\n')}\r\n`);
    let repeat;
    const end = (message) => {
      answer(`701-${message}`, `701-${client}`, '701 BEGIN', `702-${message}`, `702-${client}`, '702 END');
    };
    let data; // the lines of a message while it is sent
    const hear = (line) => {
      clearInterval(repeat);
      if (data && line !== '.') data.push(line.startsWith('..') ? line.slice(1) : line);
      else if (data) {
        const message = (messages += 1);
        const text = textOf(data.join('\n'));
        data = undefined;
        answer(`225-${message}`, '225 OK MESSAGE QUEUED');
        speak(text);
        // Reading on, Orca waits for the end of each sentence, and misses an end that comes before it is ready for it: it is told again.
        repeat = setInterval(end, 20, message);
      } else if (line === 'SPEAK') {
        data = [];
        answer('230 OK RECEIVING DATA');
      } else if (/^(CHAR|KEY|SOUND_ICON) /.test(line)) {
        answer(`225-${(messages += 1)}`, '225 OK MESSAGE QUEUED');
        speak(line.slice(line.indexOf(' ') + 1));
      } else if (line === 'HISTORY GET CLIENT_ID') answer(`245-${client}`, '245 OK CLIENT ID SENT');
      else if (line === 'LIST OUTPUT_MODULES') answer('250-silent', '250 OK MODULE LIST SENT');
      else if (line === 'LIST SYNTHESIS_VOICES') answer('249-silent\ten\tnone', '249 OK VOICE LIST SENT');
      else if (line.startsWith('GET ')) answer('251-0', '251 OK GET RETURNED');
      else if (line === 'QUIT') socket.end('231 HAPPY HACKING\r\n');
      else answer('200 OK');
    };
    let rest = '';
    sockets.add(socket);
    socket
      .setEncoding('utf8')
      .on('data', (chunk) => {
        const lines = (rest + chunk).split('\r\n');
        rest = lines.pop();
        lines.forEach(hear);
      })
      .on('error', () => socket.destroy())
      .on('close', () => {
        clearInterval(repeat);
        sockets.delete(socket);
      });
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(path, resolve));
  return {
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
