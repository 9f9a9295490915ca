// SPDX-License-Identifier: Apache-2.0
// All that a page does beyond showing itself. Without it explanations still open, links still lead.
"use strict";
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

  // Escape puts an explanation away until its cell is left.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const cell of all("td:hover, td:focus-within")) {
      if (!cell.querySelector(".tip")) continue;
      cell.classList.add("quiet");
      const wake = () => {
        if (cell.matches(":hover") || cell.matches(":focus-within")) return;
        cell.classList.remove("quiet");
        cell.removeEventListener("mouseleave", wake);
        cell.removeEventListener("focusout", later);
      };
      const later = () => setTimeout(wake);
      cell.addEventListener("mouseleave", wake);
      cell.addEventListener("focusout", later);
    }
  });

  // A finding lights the cells that it is about.
  const light = (finding, on) => {
    for (const id of finding.dataset.cells.split(" ")) {
      const cell = document.getElementById(id);
      if (cell) cell.classList.toggle("lit", on);
    }
  };
  for (const finding of all("[data-cells]")) {
    for (const type of ["mouseenter", "focusin"]) finding.addEventListener(type, () => light(finding, true));
    for (const type of ["mouseleave", "focusout"]) finding.addEventListener(type, () => light(finding, false));
  }

  // What a link leads to is unfolded first.
  const unfold = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (target) target.scrollIntoView({ block: "nearest" });
  };
  addEventListener("hashchange", unfold);
  if (location.hash) unfold();

  // On paper nothing can be unfolded.
  addEventListener("beforeprint", () => {
    for (const fold of all("details.prose, details.row-details, details.legend")) fold.open = true;
  });

  // A list is sorted by the buttons in its head.
  const value = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.value === undefined ? cell.textContent.trim() : Number(cell.dataset.value);
  };
  const order = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b)));
  for (const button of all("table.list th button")) {
    button.addEventListener("click", () => {
      const head = button.closest("th");
      const body = head.closest("table").tBodies[0];
      const falls = head.getAttribute("aria-sort") !== "descending";
      for (const other of all("th", head.parentElement)) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", falls ? "descending" : "ascending");
      const rows = Array.from(body.rows);
      rows.sort((a, b) => order(value(a, head.cellIndex), value(b, head.cellIndex)) * (falls ? -1 : 1));
      body.append(...rows);
    });
  }

  // And filtered by what is typed above it.
  const filter = document.querySelector("input.filter");
  if (filter) {
    const rows = Array.from(document.querySelector("table.list").tBodies[0].rows);
    const texts = new Map(rows.map((row) => [row, (row.textContent + " " + row.dataset.rules).toLowerCase()]));
    const sift = () => {
      const words = filter.value.toLowerCase().split(/\s+/);
      for (const row of rows) row.hidden = !words.every((word) => texts.get(row).includes(word));
      const shown = rows.filter((row) => !row.hidden).length;
      document.querySelector("output.shown").textContent = shown + " / " + rows.length;
    };
    filter.closest(".filter-box").hidden = false;
    filter.addEventListener("input", sift);
    // A frequent failure picks the reports that have it; picked once more, all of them.
    for (const button of all("button.pick")) {
      button.addEventListener("click", () => {
        const words = button.textContent.trim();
        filter.value = filter.value === words ? "" : words;
        sift();
      });
    }
  }
})();
