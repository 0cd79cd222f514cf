"""Document -> mentions -> claims, by steps behind one protocol."""
