"""Knowledge as data: tables in YAML, and the one loader that reads them."""
