/** Settings of V8 for programs that live a few seconds. */
const { setFlagsFromString } = require('node:v8');

/**
 * How much of a function must have run until it is compiled once more, for speed. Of what a few hundred forms run often enough for the usual
 * measure (67,584) most is not worth it: that compiling takes as long as all else. Later versions of Node.js have a cheaper compiler besides.
 * To be called where code is kept and before it is used, which is only good under the same settings; and not sooner, since what Node.js keeps
 * of its own is no longer good then.
 */
function setMeasures() {
  if (process.version.startsWith('v20.')) setFlagsFromString('--interrupt-budget=400000');
}

module.exports = { setMeasures };
