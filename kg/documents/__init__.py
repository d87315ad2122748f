"""Floor 1. Files in, `Document` out: immutable text, articles and paragraphs with code point offsets.

May read files; must not touch language processing or RDF.
"""
