"""Archives of a quiz for other homes: Canvas, Moodle, and plain text.

Such a home knows no parameters, so that an item with parameters becomes a pool of
variants, of which it draws one for each student: `baked`. What a home is told of a
variant is one of its own ways of asking, `interactions`; what it cannot be told is in
the notes that come with an archive.
"""
