# tries: markup and escapes in a line that is no Python
# symptoms: {center: missing-function}
# says: "could not be read"
# student: "control \u0001\u0085\u2028 <b>"
def center(X):
    return "<script>alert(6)</script> \x1b[2J {{ 7*7 }}
