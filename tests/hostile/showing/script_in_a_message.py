# tries: to have script executed by whoever reads the feedback
# symptoms: {center: raised, price: raised}
# student: "<img src=x onerror=alert(1)>"
PAYLOADS = """</pre></code></script><script>alert(document.cookie)</script>
<img src=x onerror=alert(1)> <svg onload=alert(1)> javascript:alert(1) &lt;b&gt;
<style>*{display:none}</style><base href=//evil> <meta http-equiv=refresh content=0>"""


def center(X):
    raise ValueError(PAYLOADS)


def price(X, rate=0.5):
    kind = type("<script>alert(2)</script>", (Exception,), {})
    raise kind("' onmouseover='alert(3)")
