# SPDX-License-Identifier: Apache-2.0
"""Opens the pages that nianbao_pages wrote in a real browser: page_test.py FOLDER [unittest's options]"""

import contextlib
import os
import re
import subprocess
import sys
import unittest

from browser import Browser, find_program

FOLDER = ""
BROWSER = None
# Of all pages the ones that look different from each other.
KINDS = ("faulty.zh.html", "faulty.en.html", "hostile.zh.html", "form-2019.zh.html", "mostly-blank.en.html",
         "compare.zh.html", "compare.en.html", "index.html", "folded-list.zh.html")

# Words whose colour is too close to that of what they stand on, each as "ratio words".
CONTRAST = r"""(() => {
  const numbers = (color) => color.match(/[\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = numbers(getComputedStyle(at).backgroundColor);
      if (color.length < 4 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const faint = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !element.getClientRects().length || element.closest("script")) continue;
    const style = getComputedStyle(element);
    const color = element.namespaceURI.endsWith("svg") ? style.fill : style.color;
    const [a, b] = [light(numbers(color)), light(behind(element))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) faint.push(ratio.toFixed(2) + " " + element.className + " " + walk.currentNode.data.slice(0, 20));
  }
  return [...new Set(faint)];
})()"""

FOCUS = """(() => {
  const cell = document.activeElement.closest("td");
  const tip = cell && cell.querySelector(".tip");
  return cell && {id: cell.id, kind: cell.className, shown: !!tip && getComputedStyle(tip).visibility === "visible",
    words: tip ? tip.textContent : ""};
})()"""


def path_of(name):
    return os.path.join(FOLDER, name)


@contextlib.contextmanager
def opened(name, **options):
    page = BROWSER.page(path_of(name), **options)
    try:
        yield page
    finally:
        page.close()


class EveryPage(unittest.TestCase):
    def test_is_whole_by_itself(self):
        for name in sorted(os.listdir(FOLDER)):
            if name.endswith(".html"):
                with self.subTest(page=name), opened(name) as page:
                    self.asks_for_nothing(page)
                    self.holds_together(page)
                    self.has_no_script_but_its_own(page)
                    self.assertEqual(page.run("document.documentElement.lang"), "en" if ".en." in name else "zh-CN")
                    self.assertEqual(page.run("document.querySelectorAll('h1').length"), 1)
                    self.assertGreater(page.run("document.title.length"), 0)

    def asks_for_nothing(self, page):
        urls = {e["request"]["url"] for e in page.events("Network.requestWillBeSent")}
        self.assertEqual(urls - {"about:blank"}, {page.url})
        for complaint in ("Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled"):
            self.assertEqual(page.events(complaint), [])

    def holds_together(self, page):
        self.assertEqual(page.run("""(() => {
          const seen = new Set();
          return [...document.querySelectorAll("[id]")].filter((e) => seen.size === seen.add(e.id).size)
            .map((e) => e.id);
        })()"""), [], "ids that are there twice")
        self.assertEqual(page.run("""[...document.querySelectorAll('a[href^="#"]')]
          .map((a) => a.getAttribute("href").slice(1)).filter((id) => !document.getElementById(id))"""), [])
        self.assertEqual(page.run("""["aria-describedby", "aria-labelledby"].flatMap((name) =>
          [...document.querySelectorAll("[" + name + "]")].flatMap((e) => e.getAttribute(name).split(" ")))
          .filter((id) => !document.getElementById(id))"""), [])
        for link in page.run("""[...document.querySelectorAll('a:not([href^="#"])')]
                                .map((a) => a.getAttribute("href"))"""):
            self.assertTrue(os.path.exists(path_of(link)), link)

    def has_no_script_but_its_own(self, page):
        self.assertEqual(page.run("document.scripts.length"), 1)
        self.assertEqual(page.run("""[...document.querySelectorAll("*")].flatMap((e) => [...e.attributes])
          .filter((a) => a.name.startsWith("on") || a.name === "style" || a.name === "src").length"""), 0)
        self.assertEqual(page.run("document.querySelectorAll('iframe,img,object,embed,link,base,form').length"), 0)


class Looks(unittest.TestCase):
    def test_words_stand_out(self):
        for name in KINDS:
            with self.subTest(page=name), opened(name) as page:
                page.run("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
                for dark in (False, True):
                    page.media(dark=dark)
                    background = page.run("getComputedStyle(document.body).backgroundColor")
                    self.assertEqual(sum(map(int, re.findall(r"\d+", background))) < 380, dark)
                    self.assertEqual(page.run(CONTRAST), [])

    def test_fits_the_screen(self):
        for name in KINDS:
            with self.subTest(page=name), opened(name) as page:
                for width in (360, 768, 1240, 1920):
                    page.resize(width)
                    self.assertLessEqual(page.run("document.documentElement.scrollWidth"), width)

    def test_fits_the_paper(self):
        # Of a page without findings, and of one with very many.
        for name, most in (("clean.zh.html", 4), ("faulty.zh.html", 6), ("mostly-blank.en.html", 8)):
            with self.subTest(page=name), opened(name, width=710) as page:
                page.media(kind="print")
                self.assertLessEqual(page.run("""Math.max(0, ...[...document.querySelectorAll("table")]
                  .map((t) => t.getBoundingClientRect().right))"""), 710)
                page.media()
                self.assertLessEqual(self.paper_pages(page.pdf()), most)

    def paper_pages(self, pdf):
        told = subprocess.run(["pdfinfo", "-"], input=pdf, stdout=subprocess.PIPE, check=True).stdout.decode()
        size = re.search(r"Page size: +([\d.]+) x ([\d.]+)", told)
        self.assertAlmostEqual(float(size.group(1)), 595, delta=1)
        self.assertAlmostEqual(float(size.group(2)), 842, delta=1)
        return int(re.search(r"Pages: +(\d+)", told).group(1))


class Cells(unittest.TestCase):
    def tab_to_cell(self, page, name):
        for _ in range(300):
            page.key("Tab", 9)
            focus = page.run(FOCUS)
            if focus and focus["id"] == name:
                return focus
        self.fail("Tab never comes to " + name)

    def test_explain_themselves_by_keyboard(self):
        wrong = "c-applications.results.disclosed.natural_person"
        for script in (True, False):
            with self.subTest(script=script), opened("faulty.zh.html", script=script) as page:
                focus = self.tab_to_cell(page, wrong)
                self.assertIn("suspect", focus["kind"])
                self.assertTrue(focus["shown"])
                self.assertIn("41", focus["words"])
                if script:
                    self.check_escape(page)

    def check_escape(self, page):
        page.key("Escape", 27)
        self.assertFalse(page.run(FOCUS)["shown"])
        page.key("Tab", 9)
        page.run("new Promise((done) => setTimeout(done, 50))")
        page.send("Input.dispatchKeyEvent", type="keyDown", key="Tab", code="Tab", windowsVirtualKeyCode=9,
                  modifiers=8)
        self.assertTrue(page.run(FOCUS)["shown"], "it comes back with the focus")

    def test_explain_themselves_by_mouse(self):
        with opened("faulty.zh.html") as page:
            place = page.run("""(() => {
              const cell = document.querySelector("td.suspect");
              cell.scrollIntoView({block: "center"});
              const box = cell.getBoundingClientRect();
              return [box.x + box.width / 2, box.y + box.height / 2];
            })()""")
            shown = "getComputedStyle(document.querySelector('td.suspect .tip')).visibility"
            self.assertEqual(page.run(shown), "hidden")
            page.move_to(*place)
            self.assertEqual(page.run(shown), "visible")
            page.move_to(1, 1)
            self.assertEqual(page.run(shown), "hidden")

    def test_every_failing_one_is_in_the_order_of_tab(self):
        for name in ("faulty.zh.html", "mostly-blank.en.html", "compare.zh.html"):
            with self.subTest(page=name), opened(name) as page:
                self.assertEqual(page.run("""[...document.querySelectorAll("td.fail, td.suspect")]
                  .filter((c) => !c.querySelector("a[href]") || c.querySelector("a").tabIndex !== 0).length"""), 0)
                self.assertGreater(page.run("document.querySelectorAll('td.fail').length"), 0)

    def test_are_described_to_those_who_do_not_see(self):
        with opened("faulty.zh.html") as page:
            page.send("Accessibility.enable")
            tree = page.send("Accessibility.getFullAXTree")["nodes"]
            links = [(node["name"]["value"], node.get("description", {}).get("value", "")) for node in tree
                     if node.get("role", {}).get("value") == "link"
                     and node["name"].get("value", "").startswith("41")
                     and "疑似" in node["name"]["value"]]
            self.assertEqual(len(links), 1)
            self.assertIn("相差 27", links[0][1])

    def test_and_findings_lead_to_each_other(self):
        with opened("faulty.zh.html") as page:
            page.run("document.querySelector('td.suspect a').click()")
            finding = page.run("location.hash")
            self.assertTrue(page.run("document.querySelector('article:target') !== null"), finding)
            page.run("document.querySelector('article:target a.term').click()")
            self.assertTrue(page.run("document.querySelector('td:target') !== null"))
            page.run("document.querySelector('article').dispatchEvent(new MouseEvent('mouseenter'))")
            self.assertGreater(page.run("document.querySelectorAll('td.lit').length"), 1)

    def test_link_into_what_is_folded_up(self):
        with opened("faulty.zh.html") as page:
            page.run("location.hash = document.querySelector('details.rest .finding').id")
            page.run("new Promise((done) => setTimeout(done, 50))")
            self.assertTrue(page.run("document.querySelector('details.rest .finding:target').checkVisibility()"))


class Lists(unittest.TestCase):
    def column(self, page, number):
        return page.run("[...document.querySelector('table.list').tBodies[0].rows].map((r) => r.cells[%d].textContent)"
                        % number)

    def test_are_sorted_by_their_heads(self):
        with opened("index.html") as page:
            errors = list(map(int, self.column(page, 2)))
            self.assertEqual(errors, sorted(errors, reverse=True), "the worst stand first")
            page.run("document.querySelectorAll('table.list th button')[6].focus()")
            page.send("Input.dispatchKeyEvent", type="keyDown", key="Enter", code="Enter", text="\r",
                      windowsVirtualKeyCode=13)
            passed = list(map(int, self.column(page, 6)))
            self.assertEqual(passed, sorted(passed, reverse=True))
            page.run("document.activeElement.click()")
            self.assertEqual(list(map(int, self.column(page, 6))), sorted(passed))
            self.assertEqual(page.run("[...document.querySelectorAll('[aria-sort]')].map((h) => h.ariaSort)"),
                             ["ascending"])

    def test_are_filtered(self):
        with opened("index.html") as page:
            page.run("""(() => { const f = document.querySelector("input.filter"); f.value = "faulty";
                         f.dispatchEvent(new Event("input")); })()""")
            self.assertEqual(page.run("[...document.querySelectorAll('table.list tbody tr')]"
                                      ".filter((r) => r.checkVisibility()).length"), 1)
            self.assertTrue(page.run("document.querySelector('output.shown').textContent.startsWith('1 / ')"))

    def test_are_picked_by_a_frequent_failure(self):
        with opened("index.html") as page:
            everything = page.run("document.querySelectorAll('table.list tbody tr:not([hidden])').length")
            page.run("document.querySelector('button.pick').click()")
            words = page.run("document.querySelector('.frequent li').textContent")
            some = page.run("document.querySelectorAll('table.list tbody tr:not([hidden])').length")
            self.assertIn(" %d 份报告" % some, words)
            page.run("document.querySelector('button.pick').click()")
            self.assertEqual(page.run("document.querySelectorAll('table.list tbody tr:not([hidden])').length"),
                             everything)


class Policy(unittest.TestCase):
    def test_forbids_what_a_report_could_bring_along(self):
        for thing in ("const i = new Image(); i.src = 'http://example.invalid/'; document.body.append(i)",
                      "const s = document.createElement('script'); s.textContent = 'window.bad = 1';"
                      "document.body.append(s)",
                      "document.body.insertAdjacentHTML('beforeend', '<p onclick=\"window.bad = 1\">');"
                      "document.body.lastElementChild.click()",
                      "fetch('http://example.invalid/').catch(() => 0)"):
            with self.subTest(thing=thing), opened("hostile.zh.html") as page:
                blocked = page.run("new Promise((done) => { addEventListener('securitypolicyviolation', (e) =>"
                                   " done(e.violatedDirective)); setTimeout(() => done(''), 2000); " + thing + "; })")
                self.assertTrue(blocked)
                self.assertIsNone(page.run("window.bad"))


if __name__ == "__main__":
    FOLDER = sys.argv.pop(1)
    PROGRAM = find_program()
    if PROGRAM is None:
        sys.exit("no Chromium is installed")
    with Browser(PROGRAM) as BROWSER:
        unittest.main(verbosity=1)
