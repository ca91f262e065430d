/* Keeps the text of an editor form in the browser until the server has it: a session that ended,
   a lost connection or a stale form must not cost anybody their writing. */
(() => {
  const DAY = 24 * 60 * 60 * 1000;
  const SECRET = /csrfmiddlewaretoken|password/;
  const PREFIX = "ct-kept:";
  const form = document.querySelector("form[data-edit-form]");
  const words = document.getElementById("ct-kept")?.dataset;
  if (!form || !words) return;
  const place = `${PREFIX}${words.person}:${location.pathname}`;

  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(place));
    } catch {
      return null;
    }
  };
  /* A machine may be shared: nothing stays longer than a day. */
  const purge = () => {
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
      const at = Number(/"at":(\d+)/.exec(localStorage.getItem(key))?.[1] ?? 0);
      if (Date.now() - at > DAY) localStorage.removeItem(key);
    }
  };
  const forget = () => localStorage.removeItem(place);
  const keep = () => {
    const fields = [...new FormData(form)].filter(
      ([name, value]) => typeof value === "string" && !SECRET.test(name),
    );
    try {
      localStorage.setItem(place, JSON.stringify({ at: Date.now(), fields }));
    } catch {
      /* no room in the browser: nothing can be kept */
    }
  };

  const send = (kept) => {
    const copy = document.createElement("form");
    copy.method = "post";
    copy.action = form.getAttribute("action") || location.href;
    copy.hidden = true;
    const token = document.querySelector("[name=csrfmiddlewaretoken]");
    for (const [name, value] of [["csrfmiddlewaretoken", token.value], ...kept.fields]) {
      const field = document.createElement("textarea");
      field.name = name;
      field.value = value;
      copy.append(field);
    }
    document.body.append(copy);
    copy.submit();
  };

  const offer = (kept) => {
    const bar = document.createElement("div");
    bar.className = "ct-kept";
    bar.setAttribute("role", "alert");
    const text = document.createElement("p");
    text.textContent = words.found.replace("[moment]", new Date(kept.at).toLocaleString(words.language));
    const button = (label, look, action) => {
      const made = document.createElement("button");
      made.type = "button";
      made.className = `button ${look}`;
      made.textContent = label;
      made.addEventListener("click", action);
      return made;
    };
    bar.append(
      text,
      button(words.save, "", () => send(kept)),
      button(words.drop, "button-secondary", () => {
        forget();
        bar.remove();
      }),
    );
    document.getElementById("main").prepend(bar);
  };

  purge();
  if (document.querySelector(".messages .success")) forget();
  const kept = read();
  if (kept) offer(kept);

  form.addEventListener("submit", keep);
  document.addEventListener("w-autosave:error", keep);
  document.addEventListener("w-autosave:success", forget);
})();
