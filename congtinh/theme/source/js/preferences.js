/* Text size and contrast chosen in this browser; applied before the page is drawn where possible. */
function applyPreferences() {
  ["text", "contrast"].forEach(function (name) {
    var value = read("ct-" + name);
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
  });
}

function read(key) {
  try { return localStorage.getItem(key) || ""; } catch (refused) { return ""; }
}

function keep(key, value) {
  try { if (value) localStorage.setItem(key, value); else localStorage.removeItem(key); } catch (refused) { /* private browsing */ }
}

applyPreferences();

whenReady(function () {
  each("[data-ct-needs-script]", function (node) { node.hidden = false; });
  each("[data-ct-preferences]", function (form) {
    ["text", "contrast"].forEach(function (name) {
      Array.prototype.forEach.call(form.elements[name], function (box) {
        box.checked = box.value === read("ct-" + name);
      });
    });
    form.addEventListener("change", function (event) {
      keep("ct-" + event.target.name, event.target.value);
      if (!event.target.value) delete root.dataset[event.target.name];
      else root.dataset[event.target.name] = event.target.value;
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
  });
});
