"""Floor 3. Mentions of the whole corpus in, resolved entities out; people's judgements decide before any rule.

Must not touch spaCy or RDF.
"""
