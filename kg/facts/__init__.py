"""Floor 4. Linked sentences in, facts and events out. Patterns are data (`patterns/*.yaml`) with their own tests.

Takes the tokens of `kg.mentions.tokens`; must not do I/O (beyond its packaged patterns) or touch RDF.
"""
