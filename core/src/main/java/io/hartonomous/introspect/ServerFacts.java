package io.hartonomous.introspect;

/// What the server said about itself. `engineEdition` as SERVERPROPERTY gives it: 5 is Azure SQL
/// Database, 8 Azure SQL Managed Instance.
public record ServerFacts(
    String productVersion, int engineEdition, String database, String collation) {
  public int majorVersion() {
    int dot = productVersion.indexOf('.');
    return Integer.parseInt(dot < 0 ? productVersion : productVersion.substring(0, dot));
  }

  public boolean isAzure() {
    return engineEdition == 5 || engineEdition == 8;
  }

  /// The schema provider's short name, as models have it.
  public String provider() {
    return isAzure() ? "SqlAzureV12" : "Sql" + majorVersion() + "0";
  }
}
