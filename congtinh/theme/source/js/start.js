/* What the modules share; the bundle wraps all of them in one function. */
var root = document.documentElement;

function each(selector, use) {
  Array.prototype.forEach.call(document.querySelectorAll(selector), use);
}

function whenReady(run) {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", run);
  else run();
}
