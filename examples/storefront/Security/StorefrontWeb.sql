CREATE ROLE [StorefrontWeb]
    AUTHORIZATION [dbo];


GO
GRANT EXECUTE
    ON SCHEMA::[Sales] TO [StorefrontWeb];


GO
GRANT SELECT
    ON SCHEMA::[Reporting] TO [StorefrontWeb];
