"""The pages of the desk, one file each; every module here has a `router`, and the desk finds it."""
