// Judging: an opened box fetches its forms, and the first has the focus; Escape closes and gives it back to the row.
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
    const first = body.querySelector("summary");
    if (first) first.focus();
  }

  function begin(one) {
    const first = one.querySelector("input:not([type=hidden]), select, textarea, button");
    if (first) first.focus();
  }

  document.addEventListener("toggle", (event) => {
    const box = event.target;
    if (!box.matches || !box.open) return;
    if (box.matches("details.judge[data-judge]")) fill(box);
    else if (box.matches("details.judge-one")) begin(box);
  }, true);

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const at = event.target.closest && event.target;
    const box = at && (at.closest("details.judge-one[open]") || at.closest("details.judge[open]"));
    if (!box) return;
    box.open = false;
    const row = box.matches(".judge-one") ? null : box.closest("[data-row]");
    (row || box.querySelector("summary")).focus();
    event.preventDefault();
  });
})();
