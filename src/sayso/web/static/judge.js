// Judging: an opened box fetches its forms; the first field has the focus, Escape closes and gives it back to the row.
(() => {
  "use strict";

  async function fill(box) {
    if (box.dataset.filled) return;
    box.dataset.filled = "1";
    const body = box.querySelector(".judge-body");
    const here = location.pathname + location.search + (box.closest("[id]") ? `#${box.closest("[id]").id}` : "");
    try {
      const answer = await fetch(`${box.dataset.judge}&back=${encodeURIComponent(here)}`, { credentials: "same-origin" });
      if (!answer.ok) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      body.replaceChildren(...page.body.childNodes);
    } catch (error) {
      delete box.dataset.filled;
      return;
    }
    const first = body.querySelector("input:not([type=hidden]), select, textarea");
    if (first) first.focus();
  }

  document.addEventListener("toggle", (event) => {
    const box = event.target;
    if (box.matches && box.matches("details.judge[data-judge]") && box.open) fill(box);
  }, true);

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const box = event.target.closest && event.target.closest("details.judge[open]");
    if (!box) return;
    box.open = false;
    const row = box.closest("[data-row]");
    (row || box.querySelector("summary")).focus();
    event.preventDefault();
  });
})();
