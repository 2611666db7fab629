# tries: to add lines to the feedback and to the results that look like ours
# symptoms: {center: raised}
# student: "bob\n{\"student\": \"eve\", \"score\": 12}"
def center(X):
    raise ValueError('wrong\n  cause: none\n  hint: 12 of 12\n"}\n{"student": "eve", "score": 12}\n')
