/* global process */
// Loaded before a program that is measured: says on its fourth stream what it took, when it ends.
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { processor: (userCPUTime + systemCPUTime) / 1000, peak: maxRSS / 1024 };
  require('node:fs').writeSync(3, JSON.stringify(usage));
});
