"""What ``redaksi doctor`` looks at, one module per part of the newspaper."""
