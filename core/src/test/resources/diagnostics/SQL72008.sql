PRINT '$(Missing)';
