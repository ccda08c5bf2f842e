"""The authors' content, resolved and checked as a whole.

rich       answers as small trees
public     what may stand on the Internet, as types of its own
types      the compiled whole
slots      data slots and where their values come from
markup     CommonMark -> trees
expiry     last days of batches
references, review, graphs, scripts, ids: the checks
compile    all of it, in order
"""
