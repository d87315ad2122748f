"""Floor 5. Facts in, quads, records, checks and exports out. The only room that mints IRIs and literals.

Must not touch stores or HTTP. Only `reason.py` imports owlready2.
"""
