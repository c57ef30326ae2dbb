// Loaded before a program (`--require`): whatever would reach beyond SEALED_FOLDER and the program itself is noted in
// SEALED_LOG, and throws.
const fs = require('node:fs');
const path = require('node:path');

const own = ['dist', 'docs/rules'].map(folder => path.join(__dirname, '../..', folder));
const folders = [process.env.SEALED_FOLDER, ...own].map(folder => fs.realpathSync(folder));
const log = process.env.SEALED_LOG;
// As they are before they are sealed.
const { openSync, writeSync, closeSync } = fs;
const realpath = fs.realpathSync.native;

function refuse(what) {
  const file = openSync(log, 'a');
  writeSync(file, `${what}\n`);
  closeSync(file);
  throw new Error(`sealed: ${what}`);
}

/** Has functions of a module refuse what `isRefused` says of their arguments: all of it, where it says nothing. */
function seal(module, of, names, isRefused = () => true) {
  for (const name of names) {
    const own = of[name];
    if (typeof own !== 'function') continue;
    of[name] = function sealed(...args) {
      return isRefused(...args) ? refuse(`${module}.${name} ${String(args[0])}`) : own.apply(this, args);
    };
  }
}

function isOutside(file) {
  if (typeof file === 'number' || typeof file?.fd === 'number') return false;
  const named = file instanceof URL ? file.pathname : String(file);
  let real = path.resolve(named);
  try {
    real = realpath(real);
  } catch {} // nothing is there
  return !folders.some(folder => real === folder || real.startsWith(folder + path.sep));
}

const reading = ['open', 'readFile', 'readdir', 'opendir', 'createReadStream', 'readlink', 'cp', 'copyFile'];
const writing = [
  'writeFile',
  'appendFile',
  'createWriteStream',
  'rename',
  'rm',
  'unlink',
  'mkdir',
  'symlink',
  'truncate',
];
const files = [...reading, ...writing];
seal('fs', fs, [...files, ...files.map(name => `${name}Sync`)], isOutside);
seal('fs.promises', fs.promises, files, isOutside);

const net = require('node:net');
seal('net.Socket', net.Socket.prototype, ['connect']);
seal('net.Server', net.Server.prototype, ['listen']);
const dns = require('node:dns');
const names = Object.keys(dns).filter(name => /^(lookup|resolve|reverse)/.test(name));
seal('dns', dns, names);
seal('dns.promises', dns.promises, names);
seal('dgram', require('node:dgram'), ['createSocket']);
for (const module of ['http', 'https']) seal(module, require(`node:${module}`), ['request', 'get', 'createServer']);
seal('http2', require('node:http2'), ['connect', 'createServer', 'createSecureServer']);
seal('tls', require('node:tls'), ['connect', 'createServer']);
seal('global', globalThis, ['fetch', 'WebSocket', 'EventSource']);
seal('child_process', require('node:child_process'), [
  ...['spawn', 'spawnSync', 'fork', 'exec', 'execSync', 'execFile', 'execFileSync'],
]);
