# tries: to turn the direction of writing, so that a score or a name reads as another
# symptoms: {center: raised}
# student: "alice\u202e21 fo 21\u2066\u200b\ufeff"
def center(X):
    raise ValueError("failed\u202e 21 fo 21 dessap\u2066\u2069\u200f\u061c\u200b\ufeff\u00ad end")
