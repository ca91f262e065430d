/* Shows the pictures of a gallery large, in a dialog; arrow keys turn the pages, Escape closes. */
whenReady(function () {
  if (!window.HTMLDialogElement) return;
  each("[data-ct-gallery]", function (gallery) {
    var links = gallery.querySelectorAll("li a");
    var parts = null;
    var at = 0;

    function make(tag, className, parent, words) {
      var node = document.createElement(tag);
      node.className = className;
      if (words) node.textContent = words;
      parent.appendChild(node);
      return node;
    }

    function build() {
      var dialog = make("dialog", "ct-lightbox", document.body);
      dialog.setAttribute("aria-label", gallery.getAttribute("aria-label"));
      var picture = make("img", "", make("div", "ct-lightbox__stage", dialog));
      var words = make("p", "ct-lightbox__words", dialog);
      words.setAttribute("aria-live", "polite");
      var row = make("div", "ct-lightbox__row", dialog);
      var back = make("button", "", row, gallery.dataset.ctPrevious);
      var on = make("button", "", row, gallery.dataset.ctNext);
      var close = make("button", "", row, gallery.dataset.ctClose);
      back.addEventListener("click", function () { show(at - 1); });
      on.addEventListener("click", function () { show(at + 1); });
      close.addEventListener("click", function () { dialog.close(); });
      dialog.addEventListener("keydown", function (event) {
        if (event.key === "ArrowLeft") show(at - 1);
        if (event.key === "ArrowRight") show(at + 1);
      });
      dialog.addEventListener("close", function () { links[at].focus(); });
      back.hidden = on.hidden = links.length < 2;
      return { dialog: dialog, picture: picture, words: words };
    }

    function show(index) {
      at = (index + links.length) % links.length;
      var caption = links[at].parentNode.querySelector("figcaption");
      parts.picture.src = links[at].href;
      parts.picture.alt = links[at].querySelector("img").alt;
      parts.words.textContent = (at + 1) + "/" + links.length + (caption ? "  " + caption.innerText : "");
    }

    Array.prototype.forEach.call(links, function (link, index) {
      link.addEventListener("click", function (event) {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        parts = parts || build();
        show(index);
        parts.dialog.showModal();
      });
    });
  });
});
