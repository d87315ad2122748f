"""Events that no pattern tells: a small model, trained on texts of the project, says which words may tell of one.

What it finds is a guess with a measured chance, never asserted; its roles are read as the patterns of its kind read
theirs. Must not import a training library: `tests/corpus/train_triggers.py` trains it.
"""
