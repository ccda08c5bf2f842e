"""Back ends: each turns the compiled content into artifacts and knows nothing of the others."""
