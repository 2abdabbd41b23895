"""Headless Chromium as a person uses it, for tests of pages: it finds things by what they say, and checks every page that it shows."""

import base64
import pathlib
import time

import axe_core_python
from selenium import webdriver
from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException, WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

AXE = (pathlib.Path(axe_core_python.__file__).parent / "axe.min.js").read_text()
DESKTOP, PHONE = (1280, 900), (390, 844)

# What axe does not check: a contrast of at least 4.5 to 1 of every text, the texts of pictures included, the order of the headings,
# names of everything that can be used, and that nothing is wider than the window.
AUDIT = r"""
const problems = [];
const rgb = text => (text.match(/[\d.]+/g) || []).map(Number);
const luminance = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
const ratio = (a, b) => { const [x, y] = [luminance(a), luminance(b)].sort((m, n) => n - m); return (x + 0.05) / (y + 0.05); };
const background = element => {
  for (let e = element; e; e = e.parentElement) {
    const color = rgb(getComputedStyle(e).backgroundColor);
    if (color.length === 3 || color[3] === 1) return color;
  }
  return [255, 255, 255];
};
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
let texts = 0;
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || !element.getClientRects().length || element.closest('title')) continue;
  const style = getComputedStyle(element), inPicture = element.closest('svg');
  const found = ratio(rgb(inPicture ? style.fill : style.color), background(element));
  texts += 1;
  if (found < 4.5) problems.push(`contrast ${found.toFixed(2)}: ${walker.currentNode.data.trim().slice(0, 40)}`);
}
if (texts < 5) problems.push('the page has hardly any text');
if (!document.documentElement.lang) problems.push('no language');
if (!document.title) problems.push('no title');
let level = 0;
for (const heading of document.querySelectorAll('main h1, main h2, main h3, main h4')) {
  const next = Number(heading.tagName[1]);
  if (next > level + 1) problems.push(`heading after level ${level}: ${heading.textContent}`);
  level = next;
}
if (document.querySelectorAll('h1').length !== 1) problems.push('not one h1');
for (const input of document.querySelectorAll('input:not([type=hidden]), textarea, select'))
  if (!input.labels.length) problems.push(`no label: ${input.name || input.id}`);
for (const element of document.querySelectorAll('a, button'))
  if (!(element.getAttribute('aria-label') || element.textContent).trim()) problems.push('a link or button without a name');
for (const element of document.querySelectorAll('[aria-describedby], [aria-labelledby]'))
  for (const id of `${element.getAttribute('aria-describedby') || ''} ${element.getAttribute('aria-labelledby') || ''}`.trim().split(/\s+/))
    if (!document.getElementById(id)) problems.push(`no element ${id}`);
for (const form of document.querySelectorAll('form'))
  if (form.method !== 'post' || !/^[0-9a-f]{64}$/.test(form.elements.token?.value || '')) problems.push(`a form without a token: ${form.action}`);
// A phone's browser makes the window as wide as the page, so this compares with the width that the page is laid out for.
if (document.documentElement.scrollWidth > document.documentElement.clientWidth) problems.push(`wider than the window: ${document.documentElement.scrollWidth}`);
if (document.scripts.length) problems.push('a script');
for (const element of document.querySelectorAll('[src], link[href]'))
  if (new URL(element.src || element.href).origin !== location.origin) problems.push(`from elsewhere: ${element.src || element.href}`);
return problems;
"""


class Browser:
    """A window of Chromium with cookies of its own."""

    def __init__(self, address, language, scripts=False):
        self.address = address
        options = webdriver.ChromeOptions()
        for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
                         "--disable-background-networking", "--disable-component-update", "--no-first-run",
                         f"--lang={language}"]:
            options.add_argument(argument)
        preferences = {"intl.accept_languages": language, "credentials_enable_service": False,
                       "profile.password_manager_leak_detection": False}
        options.add_experimental_option("prefs", preferences)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        options.unhandled_prompt_behavior = "ignore"
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.driver.set_page_load_timeout(20)
        self.resize(DESKTOP)
        self.scripts = scripts
        self.allow_scripts(scripts)

    def allow_scripts(self, are_allowed):
        """Says whether pages can run scripts."""
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not are_allowed})

    def close(self):
        self.driver.quit()

    def resize(self, size):
        """Makes the page as wide as a desktop's window, or a phone's."""
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": size == PHONE},
        )

    def open(self, path):
        self.driver.get(path if "://" in path else self.address + path)
        return self

    @property
    def path(self):
        return self.driver.execute_script("return location.pathname")

    @property
    def text(self):
        """Everything that the page says."""
        return self.driver.find_element(By.TAG_NAME, "body").text

    @property
    def source(self):
        return self.driver.page_source

    def all(self, selector, within=None):
        return (within or self.driver).find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector, within=None):
        return (within or self.driver).find_element(By.CSS_SELECTOR, selector)

    def section(self, heading):
        """The part of the page under a heading."""
        for element in self.all("section, article, aside"):
            titles = self.all("h2, h3", element)
            if titles and heading in titles[0].text:
                return element
        raise NoSuchElementException(f"no section '{heading}' on {self.path}:\n{self.text}")

    def named(self, name, within=None):
        """The first link or button with a name that people see or hear."""
        for element in self.all("a, button, summary", within):
            if name in (element.text.strip(), element.get_attribute("aria-label")):
                return element
        raise NoSuchElementException(f"no link or button '{name}' on {self.path}:\n{self.text}")

    def has(self, name, within=None):
        try:
            return bool(self.named(name, within))
        except NoSuchElementException:
            return False

    def press(self, name, within=None):
        """Uses a link or a button by the keyboard, and waits for the page that follows."""
        element = self.named(name, within)
        before = self.driver.find_element(By.TAG_NAME, "html")
        self.driver.execute_script("arguments[0].focus()", element)
        element.send_keys(Keys.ENTER)
        self.wait(before)
        return self

    def wait(self, before):
        """Waits until another page is loaded, or, for a link within the page, a moment."""
        end = time.monotonic() + 10
        while time.monotonic() < end:
            try:
                before.tag_name  # noqa: B018
            except (StaleElementReferenceException, WebDriverException):
                break
            time.sleep(0.02)
        while self.driver.execute_script("return document.readyState") != "complete":
            time.sleep(0.02)

    def fill(self, label, value, within=None):
        """Types into the field with a label."""
        for element in self.all("label", within):
            if element.text.strip() == label:
                field = self.driver.find_element(By.ID, element.get_attribute("for"))
                if field.get_attribute("type") != "file":
                    field.clear()
                field.send_keys(value)
                return self
        raise NoSuchElementException(f"no field '{label}' on {self.path}")

    def focused(self):
        return self.driver.switch_to.active_element

    def row(self, name, within=None):
        """The row of a table that starts with a name."""
        for row in self.all("tbody tr", within):
            if self.one("th", row).text == name:
                return row
        raise NoSuchElementException(f"no row '{name}' on {self.path}:\n{self.text}")

    def cells(self, name, within=None):
        return [cell.text for cell in self.all("td", self.row(name, within))]

    def messages(self):
        """What the browser complained about since the last call, but for answers that are refusals."""
        return [entry["message"] for entry in self.driver.get_log("browser") if "the server responded with a status of" not in entry["message"]]

    def audit(self):
        """What is wrong with the page for people who cannot see it well, or use a keyboard."""
        problems = self.driver.execute_script(AUDIT)
        # The checker needs timers, which pages do not have without scripts.
        self.allow_scripts(True)
        self.driver.execute_script(AXE)
        result = self.driver.execute_async_script(
            "const done = arguments[0]; axe.run({resultTypes: ['violations']}).then(r => done(r.violations), e => done([{id: String(e), nodes: []}]))"
        )
        self.allow_scripts(self.scripts)
        for violation in result:
            places = "; ".join(" ".join(map(str, node["target"])) for node in violation["nodes"][:3])
            problems.append(f"axe {violation['id']}: {places}")
        return problems

    def screenshot(self, file):
        """Writes a picture of the whole page."""
        metrics = self.driver.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]
        picture = self.driver.execute_cdp_cmd(
            "Page.captureScreenshot",
            {"captureBeyondViewport": True, "clip": {"x": 0, "y": 0, "width": metrics["width"], "height": min(metrics["height"], 16000), "scale": 1}},
        )
        pathlib.Path(file).write_bytes(base64.b64decode(picture["data"]))
