SELECT [never closed;
