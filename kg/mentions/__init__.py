"""Floor 2. An article's text in, spans with a class and a rule id out.

Only `analysis.py` and `trained.py` import spaCy. Must not touch files (beyond packaged word lists) or RDF.
"""
