/* Copies or shares the address of the page. */
whenReady(function () {
  each("[data-ct-share]", function (list) {
    var copy = list.querySelector("[data-ct-copy]");
    var send = list.querySelector("[data-ct-send]");
    var said = list.querySelector("[data-ct-said]");
    var canonical = document.querySelector("link[rel=canonical]");
    var address = canonical ? canonical.href : location.href;
    if (copy && navigator.clipboard) {
      copy.addEventListener("click", function () {
        navigator.clipboard.writeText(address).then(function () { said.textContent = list.dataset.ctDone; });
      });
    } else if (copy) {
      copy.hidden = true;
    }
    if (send && navigator.share) {
      send.hidden = false;
      send.addEventListener("click", function () {
        navigator.share({ title: document.title, url: address }).catch(function () { /* the reader changed their mind */ });
      });
    }
  });
});
