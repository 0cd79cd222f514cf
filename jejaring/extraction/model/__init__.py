"""A trained encoder: how likely each token begins, continues or stands outside a name of which label."""
