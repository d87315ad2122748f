"""What pages load in the browser: sources and the script that bundles them when the project is installed.

Holds no code of the server; the bundles go to `server/static/built` and are never committed.
"""
