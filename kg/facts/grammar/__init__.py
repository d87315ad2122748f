"""The normalised clause: forms of words, subjects, phrases, and what the parser misreads.

Sees a sentence and whom its words mean; neither patterns nor events.
"""
