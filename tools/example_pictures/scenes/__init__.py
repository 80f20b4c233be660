"""The scenes, one module each; every module has one function that returns a sheet."""
