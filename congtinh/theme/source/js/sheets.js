/* The menu and the filters are popovers and open without this; it closes a sheet left open by a wider window. */
whenReady(function () {
  if (!window.matchMedia) return;
  window.matchMedia("(min-width: 60rem)").addEventListener("change", function (wide) {
    if (!wide.matches) return;
    each("[popover]", function (node) {
      if (node.hidePopover && node.matches(":popover-open")) node.hidePopover();
    });
  });
  each("[data-ct-filters]", function (form) {
    form.addEventListener("submit", function () {
      Array.prototype.forEach.call(form.elements, function (field) {
        if (field.name && !field.value) field.disabled = true;
      });
    });
  });
  each("[data-ct-errors]", function (box) { box.focus(); });
});
