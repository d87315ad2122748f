"""civicgraph: documents in, a knowledge graph with proof sentences out.

The rooms and floors are drawn in the README; `tests/test_layers.py` keeps them.
"""

__version__ = "0.1.0"
