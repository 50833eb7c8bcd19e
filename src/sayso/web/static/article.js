// A statement and its note in the margin are lit together, and so are the two ends of a passage.
(() => {
  "use strict";

  let lit = [];

  function light(number) {
    for (const each of lit) each.classList.remove("lit");
    lit = number ? [...document.querySelectorAll(`[data-s="${number}"]`)] : [];
    for (const each of lit) each.classList.add("lit");
  }

  const over = (event) => {
    const found = event.target.closest("[data-s]");
    light(found && found.dataset.s);
  };
  document.addEventListener("mouseover", over);
  document.addEventListener("focusin", over);
  document.addEventListener("click", (event) => {
    const said = event.target.closest(".said[data-s]");
    const note = said && !getSelection().toString() && document.getElementById(`n-${said.dataset.s}`);
    if (note) note.scrollIntoView({ block: "nearest" });
  });
})();
