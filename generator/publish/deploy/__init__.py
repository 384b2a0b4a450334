"""A site to where the public sees it: a new version beside the old one, checked, and switched to in one step."""
