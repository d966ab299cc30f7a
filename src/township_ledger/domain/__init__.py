"""The rules of the field as frozen dataclasses and pure functions: standard library only, codes and no sentences."""
