"""Relations that sentences state: one reader for each way of telling, `read.py` asks them all.

Verbs and nouns of action are data (`relations.yaml`). May use what a petition's page says, never events.
"""
