# tries: markup in its own line of code, which the feedback shows
# symptoms: {center: raised}
# student: "'\"><script>alert(4)<script>"
def center(X):
    raise ValueError  # </pre><script>alert(5)</script> {{ 7*7 }} {% raw %} [red]x[/red]
