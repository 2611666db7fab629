"""nbgrader's formgrader in a real browser, after our grading: what a teacher sees."""

from __future__ import annotations

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request

import pytest

from tests.system import hostile
from tests.system.nbgrader_course import BIN, MODULE, ROOT, SLUG, run

pytestmark = pytest.mark.system

CHROMIUM, DRIVER = "/usr/bin/chromium", "/usr/bin/chromedriver"
SCREENSHOTS = ROOT / "build"
SETTLED = """
    return document.readyState == 'complete' && window.jQuery && jQuery.active == 0
        && !document.body.innerText.includes('Loading, please wait')
"""


@pytest.fixture(scope="module")
def formgrader(graded):
    """Return the address of formgrader, served by Jupyter as teachers start it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        *(BIN / "jupyter", "server", "--allow-root", "--no-browser"),
        *(f"--port={port}", "--ServerApp.port_retries=0", "--IdentityProvider.token="),
        *("--ServerApp.password=", f"--ServerApp.root_dir={graded.folder}"),
    ]
    environment = {**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}"}
    with (
        (graded.folder.parent / "jupyter.log").open("w") as log,
        subprocess.Popen(
            command, cwd=graded.folder, env=environment, stdout=log, stderr=log
        ) as server,
    ):
        address = f"http://127.0.0.1:{port}"
        until(lambda: answers(f"{address}/api"))
        yield f"{address}/formgrader"
        server.terminate()


@pytest.fixture(scope="module")
def browser():
    webdriver = pytest.importorskip("selenium.webdriver")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in ("headless=new", "no-sandbox", "window-size=1200,1600"):
        options.add_argument(f"--{argument}")
    service = webdriver.ChromeService(DRIVER)
    SCREENSHOTS.mkdir(exist_ok=True)
    with webdriver.Chrome(options=options, service=service) as chromium:
        yield chromium


def until(holds, seconds=60):
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.1)


def answers(address):
    try:
        with urllib.request.urlopen(address, timeout=5):
            return True
    except (OSError, urllib.error.URLError):
        return False


def look(browser, address):
    """Open a page; an alert that a script put up would be an error of the driver."""
    browser.get(address)
    until(lambda: browser.execute_script(SETTLED))
    assert browser.execute_script("return window.pwned") is None
    return browser.execute_script("return document.body.innerText")


def submissions(browser, formgrader):
    """Return student and address of every submission."""
    text = "return fetch(arguments[0]).then(r => r.json())"
    base = formgrader.removesuffix("/formgrader")
    listed = browser.execute_script(
        text, f"{base}/formgrader/api/submitted_notebooks/{SLUG}/{MODULE}"
    )
    return {row["student"]: f"{formgrader}/submissions/{row['id']}" for row in listed}


def test_the_submissions_and_their_scores(formgrader, browser):
    text = look(browser, f"{formgrader}/manage_submissions/{SLUG}")
    assert "홍길동\t2026-11-20 10:00:00 UTC\tgraded\t83 / 100" in text
    assert "corrupt\t2026-11-20 10:00:00 UTC\tneeds manual grading\t0 / 100" in text
    browser.save_screenshot(SCREENSHOTS / "formgrader-submissions.png")
    text = look(browser, f"{formgrader}/gradebook/{SLUG}/{MODULE}")
    assert text.count("100 / 100\t100 / 100") == 7
    look(browser, f"{formgrader}/manage_assignments")
    assert "hostile\tNone\t86 / 100" in look(browser, f"{formgrader}/manage_students")


def test_a_notebook_with_its_verdicts(formgrader, browser):
    pages = submissions(browser, formgrader)
    text = look(browser, pages["홍길동"])
    assert "점수: 83 / 100" in text
    assert "✗ linear_backward: 0 / 13" in text
    field = browser.find_element("id", "linear_backward")
    until(lambda: field.get_attribute("placeholder") == "0")
    browser.execute_script("arguments[0].scrollIntoView()", field)
    browser.save_screenshot(SCREENSHOTS / "formgrader-notebook.png")
    assert "is not a notebook: line 1 is not valid JSON" in look(
        browser, pages["corrupt"]
    )
    field = browser.find_element("id", "linear_backward")
    assert field.get_attribute("placeholder") == ""
    assert "handed in as a script" in look(browser, pages["script"])


def test_no_script_of_a_student_runs(formgrader, browser):
    pages = submissions(browser, formgrader)
    for student in ("hostile", "_img_src_x_onerror_alert_1__-63b586b4a9"):
        text = look(browser, pages[student])
        assert "window.pwned=1" in text  # it is shown, as text
        browser.save_screenshot(SCREENSHOTS / "formgrader-hostile.png")
        harmful = "a[href^='javascript'], a[href^='data:'], [onerror], [onclick]"
        own = "#notebook-container"
        assert (
            browser.execute_script(
                "return document.querySelectorAll(arguments[0]).length",
                ", ".join(f"{own} {part.strip()}" for part in harmful.split(",")),
            )
            == 0
        )
        for script in browser.find_elements("css selector", f"{own} script, {own} svg"):
            assert hostile.RUN not in script.get_attribute("innerHTML")
    for page in (SLUG, f"{SLUG}/{MODULE}"):
        look(browser, f"{formgrader}/gradebook/{page}")


def test_no_file_of_a_student_is_served(formgrader, browser):
    page = submissions(browser, formgrader)["_img_src_x_onerror_alert_1__-63b586b4a9"]
    for name in ("index.html", "picture.svg"):
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(f"{page}/{name}", timeout=5)


def test_a_manual_score_is_entered_and_stays(formgrader, browser, graded):
    """The formgrader writes while we do not; grading again leaves what it wrote."""
    pages = submissions(browser, formgrader)
    look(browser, pages["renamed"])
    field = browser.find_element("id", "compute_cost")
    until(lambda: field.get_attribute("placeholder") == "10")
    browser.execute_script("$(arguments[0]).val('7').trigger('change')", field)
    until(lambda: browser.execute_script("return jQuery.active") == 0)
    look(browser, pages["renamed"])
    field = browser.find_element("id", "compute_cost")
    until(lambda: field.get_attribute("value") == "7")
    run(graded.folder, "autograder", "gradebook", "sync", f"graded/{SLUG}")
    look(browser, pages["renamed"])
    field = browser.find_element("id", "compute_cost")
    until(lambda: field.get_attribute("value") == "7")
    browser.execute_script("$(arguments[0]).val('').trigger('change')", field)
    until(lambda: browser.execute_script("return jQuery.active") == 0)


def test_the_feedback_page(browser, feedback):
    """Feedback is a file that students open: nothing of it runs either."""
    assert "hostile" in feedback
    for page in feedback.values():
        browser.get(page.as_uri())
        until(
            lambda: browser.execute_script("return document.readyState") == "complete"
        )
        assert browser.execute_script("return window.pwned") is None
