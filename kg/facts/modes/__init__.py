"""Said, or so? Denials, plans, suppositions, and who says so.

May use the grammar alone.
"""
