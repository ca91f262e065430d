(function () {
"use strict";
var root = document.documentElement;
function each(selector, use) {
Array.prototype.forEach.call(document.querySelectorAll(selector), use);
}
function whenReady(run) {
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", run);
else run();
}
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
})();
