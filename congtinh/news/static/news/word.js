// Word files chosen or dropped in the editor become the article; without this, a link to a form.
const LINK = "[data-ct-word]";

function isWord(file) {
  return /\.docx?$/i.test(file.name);
}

function say(text, type = "error") {
  document.dispatchEvent(
    new CustomEvent("w-messages:add", { detail: { clear: true, text, type } }),
  );
  window.scrollTo({ top: 0 });
}

function leave(url) {
  // The text on the screen is what the file has just replaced: nothing to warn about.
  const form = document.querySelector("#w-editor-form");
  if (form) form.removeAttribute("data-controller");
  requestAnimationFrame(() => window.location.assign(url));
}

async function send(link, file, replace) {
  const body = new FormData();
  body.append("document", file);
  if (replace) body.append("replace", "on");
  const section = document.querySelector("#id_section");
  if (section && section.value) body.append("section", section.value);
  const token = document.querySelector("[name=csrfmiddlewaretoken]");
  link.setAttribute("aria-busy", "true");
  say(link.dataset.ctWordBusy, "warning");
  try {
    const response = await fetch(link.href, {
      method: "POST",
      body,
      headers: { Accept: "application/json", "X-CSRFToken": token ? token.value : "" },
    });
    const type = response.headers.get("Content-Type") || "";
    if (!type.includes("application/json")) throw new Error(response.status);
    const answer = await response.json();
    if (answer.url) leave(answer.url);
    else if (answer.replace && window.confirm(link.dataset.ctWordReplace)) {
      await send(link, file, true);
    } else if (answer.replace) say("", "warning");
    else say(answer.errors.join(" "));
  } catch {
    say(link.dataset.ctWordFailed);
  } finally {
    link.removeAttribute("aria-busy");
  }
}

function begin(link) {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".docx";
  input.addEventListener("change", () => input.files.length && send(link, input.files[0], false));
  link.addEventListener("click", (event) => {
    event.preventDefault();
    input.click();
  });
  document.addEventListener("dragover", (event) => {
    if ([...event.dataTransfer.types].includes("Files")) event.preventDefault();
  });
  document.addEventListener(
    "drop",
    (event) => {
      const file = [...event.dataTransfer.files].find(isWord);
      if (!file) return;
      event.preventDefault();
      event.stopPropagation();
      send(link, file, false);
    },
    true,
  );
}

const link = document.querySelector(LINK);
if (link) begin(link);
