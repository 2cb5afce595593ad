'use strict';
// Node loads this before the Agents Playground. Anyone who reaches a chat window can speak as the person in front of it, so
// it listens on loopback, and answers neither to other names (DNS rebinding) nor to pages of other sites.
const http = require('node:http');
const net = require('node:net');

const LOOPBACK = '127.0.0.1';
const HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
const ORIGIN = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...args) {
  const port = args[0];
  if (typeof port === 'number' || (typeof port === 'string' && /^\d+$/.test(port))) {
    if (typeof args[1] === 'string') {
      args[1] = LOOPBACK;
    } else {
      args.splice(1, 0, LOOPBACK);
    }
  } else if (port && typeof port === 'object' && 'port' in port) {
    args[0] = { ...port, host: LOOPBACK };
  }
  return listen.apply(this, args);
};

function isOurs({ host, origin }) {
  return HOST.test(host ?? '') && (origin === undefined || ORIGIN.test(origin));
}

const emit = http.Server.prototype.emit;
http.Server.prototype.emit = function (event, request, response, ...more) {
  if ((event === 'request' || event === 'upgrade') && !isOurs(request.headers)) {
    if (event === 'upgrade') {
      response.destroy();
    } else {
      response.writeHead(403, { 'Content-Type': 'text/plain', Connection: 'close' });
      response.end('This window answers only to localhost and 127.0.0.1, and not to pages of other sites.\n');
    }
    return true;
  }
  return emit.call(this, event, request, response, ...more);
};
