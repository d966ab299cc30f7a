"""The signed container: manifest, signature, verdict. No Qt, no database."""
