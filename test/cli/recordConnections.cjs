/**
 * Loaded before the command line: whatever would leave the machine is named on standard error and ends the process with code 99. Pipes between
 * threads and processes of this machine have no host and pass.
 */
/* global process */
const dgram = require('node:dgram');
const dns = require('node:dns');
const net = require('node:net');

function refuse(what) {
  process.stderr.write(`LEAVES THE MACHINE: ${what}\n`);
  process.exit(99);
}

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function connectHere(...args) {
  const [target] = Array.isArray(args[0]) ? args[0] : args;
  const isPipe = typeof target === 'string' || (typeof target === 'object' && target?.path);
  if (!isPipe) refuse('socket');
  return connect.apply(this, args);
};
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  dns[name] = () => refuse(`dns.${name}`);
  dns.promises[name] = () => refuse(`dns.promises.${name}`);
}
dgram.Socket.prototype.send = () => refuse('datagram');
globalThis.fetch = () => refuse('fetch');
