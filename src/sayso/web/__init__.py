"""The desk: a ledger in a browser. Pages that the server draws, each with a JSON twin; pictures are SVG of our own."""
