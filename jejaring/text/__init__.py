"""Sentences, tokens, normalisation and dates; offsets stay exact."""
