/**
 * Runs in the page of a pane before anything else does: notes when the pane can be used, when it shows a form, how long it took from Excel's last
 * answer until all of it was drawn, and which tasks were long. All times in ms since the page was navigated to.
 */
/* global window, document, performance, MutationObserver, PerformanceObserver, requestAnimationFrame, setTimeout */
if (window !== window.parent) {
  const probe = { usableAt: null, formAt: null, answeredAt: 0, longTasks: [], checks: [] };
  window.probe = probe;

  /** Once what is in the document is on the screen. */
  const whenPainted = (note) => requestAnimationFrame(() => setTimeout(() => note(performance.now())));
  const has = (selector) => document.querySelector(selector) !== null;
  let wasBusy = false;
  new MutationObserver(() => {
    if (probe.usableAt === null && has('#pane button')) {
      probe.usableAt = 0;
      whenPainted((now) => (probe.usableAt = now));
    }
    if (probe.formAt === null && has('#pane table')) {
      probe.formAt = 0;
      whenPainted((now) => (probe.formAt = now));
    }
    const isBusy = has('main[aria-busy="true"]');
    if (wasBusy && !isBusy) {
      const { answeredAt } = probe;
      const drawnAt = performance.now();
      // Styles and places are worked out as well.
      document.body.getBoundingClientRect();
      probe.checks.push({ drawn: drawnAt - answeredAt, laidOut: performance.now() - answeredAt });
    }
    wasBusy = isBusy;
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-busy'] });

  // Whatever comes from the workbench.
  window.addEventListener('message', () => (probe.answeredAt = performance.now()), true);

  new PerformanceObserver((list) => {
    // "self": what the workbench beside it does in the meantime is not ours.
    for (const { name, startTime, duration } of list.getEntries()) {
      if (name === 'self') probe.longTasks.push({ startTime, duration });
    }
  }).observe({ type: 'longtask' });
}
