// Loaded into a server before it starts: tells its heap after a collection, and profiles it.
const { Session } = require('node:inspector');

let session;
const post = (method, params) =>
  new Promise((resolve, reject) =>
    session.post(method, params, (error, result) => (error ? reject(error) : resolve(result))),
  );

const commands = {
  memory() {
    global.gc();
    global.gc();
    const { heapUsed, external, rss } = process.memoryUsage();
    return { heap: heapUsed + external, rss };
  },
  async startProfile() {
    session = new Session();
    session.connect();
    // All of them at once: what is loaded next, without a pause, is in the profile.
    await Promise.all([
      post('Profiler.enable'),
      post('Profiler.setSamplingInterval', { interval: 200 }),
      post('Profiler.start'),
    ]);
    return true;
  },
  async stopProfile() {
    const { profile } = await post('Profiler.stop');
    session.disconnect();
    return profile;
  },
};

process.on('message', async command => process.send(await commands[command]()));
process.channel.unref();
module.exports = commands;
