"""Records in, figures out: measures what was found against hand-made records, by the definitions of the guidelines.

Pure: no files, no store, no language model.
"""
