// A target of C wants a source; what crosses is declared in the header.
