"""Files in and filled templates out; untrusted bytes are opened here, in the reader process only."""
