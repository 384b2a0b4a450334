"""The pictures of the manual and of the README: made by a script from built samples, so that they can be made again."""
