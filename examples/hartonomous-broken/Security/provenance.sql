CREATE SCHEMA [provenance]
    AUTHORIZATION [dbo];
