"""A notebook that tries to run something in whoever looks at it."""

from __future__ import annotations

import base64

from tests.system.nbgrader_course import cell_of, example, filled

RUN = "window.pwned=1;alert(1)"
SCRIPT = f"<script>{RUN}</script>"
IMAGE = f"<img src=x onerror={RUN}>"
STUDENT = "<img src=x onerror=alert(1)>"
FILE = "<img src=x onerror=alert(1)>.ipynb"
PIXEL = base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"0" * 64).decode()
SVG = f'<svg xmlns="http://www.w3.org/2000/svg"><script>{RUN}</script></svg>'

PROSE = [
    SCRIPT,
    IMAGE,
    f"```\n{SCRIPT}\n```",
    f"```mermaid\n{IMAGE}\n```",
    f"`{SCRIPT}`",
    f"$a{SCRIPT}$ and $$\n{IMAGE}\n$$",
    f"\\begin{{align}}{SCRIPT}\\end{{align}}",
    f"<!-- --> <![CDATA[{SCRIPT}]]> <?php {SCRIPT} ?>",
    f"[here](javascript:{RUN}) [there](&#106;avascript:{RUN})",
    f"[here](javascript\\:{RUN}) [x](data:text/html,{SCRIPT})",
    f"<javascript:{RUN}>",
    f"[reference]\n\n[reference]: javascript:{RUN}",
    f"$\\href{{javascript:{RUN}}}{{x}}$",
    f'![" onerror={RUN} x="](x) ![x](x "\\" onerror={RUN} ")',
    "![gone](attachment:nowhere.png) ![svg](attachment:a.svg)",
    f"| a |\n|---|\n| {IMAGE} |",
]


def hostile_notebook(notebook):
    """Return the released notebook, right and full of scripts."""
    raising = f"\n\ndef relu_backward_(x):\n    raise ValueError({SCRIPT!r})\n"
    raising += f"\n\ndef compute_cost(AL, Y):\n    raise ValueError({SCRIPT!r})\n"
    filled(notebook, example("right_new_naming") + raising)
    cell = cell_of(notebook, "initialize_parameters-solution")
    cell["metadata"]["tags"] = [SCRIPT]
    cell["outputs"] = list(_outputs())
    graded = cell_of(notebook, "linear_forward")
    graded["source"] = f"# {SCRIPT}"
    graded["outputs"] = list(_outputs())
    for number, text in enumerate(PROSE):
        notebook["cells"].insert(3 * number, _markdown(text, number))
    notebook["metadata"] |= {
        "title": SCRIPT,
        "kernelspec": {"name": SCRIPT, "display_name": SCRIPT, "language": "python"},
        "widgets": {"application/vnd.jupyter.widget-state+json": {"x": SCRIPT}},
    }
    return notebook


def _markdown(text, number):
    svg = base64.b64encode(SVG.encode()).decode()
    return {
        "cell_type": "markdown",
        "id": f'x"{number}',
        "metadata": {"alt": SCRIPT},
        "source": text,
        "attachments": {
            "a.svg": {"image/svg+xml": svg, "text/html": SCRIPT},
            "b.png": {"image/png": f'"><script>{RUN}</script>'},
        },
    }


def _outputs():
    for data in (
        {"text/html": SCRIPT},
        {"application/javascript": RUN},
        {"text/markdown": IMAGE},
        {"image/svg+xml": SVG},
        {"text/latex": f"${SCRIPT}$"},
        {"text/plain": SCRIPT},
        {"image/png": f'x" onerror="{RUN}'},
        {"image/png": PIXEL},
        {"application/vnd.jupyter.widget-view+json": {"model_id": "x"}},
    ):
        yield {
            "output_type": "display_data",
            "data": data,
            "metadata": {"image/png": {"width": f'"{IMAGE}'}},
        }
    yield {"output_type": "stream", "name": "stderr", "text": SCRIPT}
    yield {
        "output_type": "error",
        "ename": SCRIPT,
        "evalue": SCRIPT,
        "traceback": [SCRIPT],
    }
