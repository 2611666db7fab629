"""Weekly quizzes: from a YAML file to a paper for each student, and to its score.

``schema`` is what a file says: a `Quiz` is a pool of `Item`s, and what is right for an
item is an `Answer` of one of the ``kinds``. ``variants`` draws the parameters of an
item for one student and one attempt; a `Scope` evaluates what the author wrote for
them. A `Variant` is an item as one student was asked it, a `Paper` all variants of one
student. ``score`` judges a response by the item as it is now and the parameters it was
asked with.
"""
