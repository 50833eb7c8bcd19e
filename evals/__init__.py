"""How well sayso reads: scores against gold, by kind of case, and floors that only rise.

`python -m evals` lists the commands. Any file of the same form can be scored, not only the ones
that the project ships.
"""
