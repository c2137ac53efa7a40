SELECT * FROM {oj a LEFT OUTER JOIN b ON a.x = b.x};
