SELECT * FROM {oj a};
