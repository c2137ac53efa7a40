package io.hartonomous.bench;

import java.util.List;
import java.util.Random;

/// A text in the making: indentation, names, chance.
final class Sql {
  private static final List<String> SCHEMAS =
      List.of("dbo", "Sales", "Inventory", "Reporting", "hr", "[Audit]");
  private static final List<String> TABLES =
      List.of(
          "Customer",
          "SalesOrder",
          "OrderLine",
          "Product",
          "ProductCategory",
          "Invoice",
          "InvoiceLine",
          "Supplier",
          "Warehouse",
          "StockMovement",
          "Employee",
          "Department",
          "Payment",
          "Shipment",
          "PriceList",
          "Tenant",
          "Subscription",
          "AuditEntry",
          "Region",
          "ExchangeRate");
  private static final List<String> COLUMNS =
      List.of(
          "Id",
          "Name",
          "Code",
          "Description",
          "CreatedAt",
          "ModifiedAt",
          "CreatedBy",
          "Quantity",
          "UnitPrice",
          "Discount",
          "Total",
          "Status",
          "IsActive",
          "CustomerId",
          "OrderId",
          "ProductId",
          "CategoryId",
          "RegionId",
          "ValidFrom",
          "ValidTo",
          "Email",
          "Phone",
          "Address",
          "City",
          "PostalCode",
          "CountryCode",
          "Notes",
          "SortOrder",
          "ExternalReference",
          "Weight",
          "DueDate",
          "Currency",
          "ParentId",
          "RowVersion");
  private static final List<String> VARIABLES =
      List.of(
          "@Id",
          "@CustomerId",
          "@From",
          "@To",
          "@Status",
          "@Count",
          "@Total",
          "@Name",
          "@Now",
          "@PageSize",
          "@Page",
          "@Result",
          "@Message",
          "@i",
          "@UserName",
          "@Rate");

  private final Random random;
  private final StringBuilder out = new StringBuilder(4096);
  private int indent;

  Sql(long seed) {
    random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /// Between, both included.
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  @SafeVarargs
  final <T> T one(T... of) {
    return of[random.nextInt(of.length)];
  }

  private String of(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  Sql add(String text) {
    out.append(text);
    return this;
  }

  Sql line(String text) {
    return newLine().add(text);
  }

  Sql newLine() {
    out.append('\n').repeat(' ', indent);
    return this;
  }

  Sql in() {
    indent += 4;
    return this;
  }

  Sql out() {
    indent -= 4;
    return this;
  }

  /// Writes `item` so often, with commas.
  Sql list(int count, String separator, Runnable item) {
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        add(separator);
      }
      item.run();
    }
    return this;
  }

  Sql go() {
    return add("\nGO\n\n");
  }

  String schema() {
    return of(SCHEMAS);
  }

  String table() {
    return of(TABLES);
  }

  String tableName() {
    return chance(70) ? schema() + "." + table() : chance(50) ? "[dbo].[" + table() + "]" : table();
  }

  String column() {
    String name = of(COLUMNS);
    return chance(25) ? "[" + name + "]" : name;
  }

  String plainColumn() {
    return of(COLUMNS);
  }

  String variable() {
    return of(VARIABLES);
  }

  String string() {
    return chance(40)
        ? "N'" + of(TABLES) + " " + below(1000) + "'"
        : one(
            "'open'", "'closed'", "'EUR'", "''", "'A-%'", "'it''s'", "'2024-12-31'", "N'/api/v1'");
  }

  String type() {
    return switch (below(14)) {
      case 0, 1, 2 -> "INT";
      case 3, 4 -> "NVARCHAR (" + one("50", "100", "200", "MAX", "4000") + ")";
      case 5 -> "VARCHAR(" + one("10", "20", "50", "MAX") + ")";
      case 6 -> "DECIMAL (" + one("18, 2", "10,4", "38, 8") + ")";
      case 7 -> "DATETIME2 (" + one("0", "3", "7") + ")";
      case 8 -> "BIT";
      case 9 -> "BIGINT";
      case 10 -> "DATE";
      case 11 -> "UNIQUEIDENTIFIER";
      case 12 -> one("MONEY", "FLOAT", "TINYINT", "[sysname]", "smallint", "datetimeoffset(7)");
      default -> one("VARBINARY (MAX)", "XML", "NCHAR (3)", "CHAR(2)", "DATETIME", "[int]");
    };
  }

  void comment() {
    line(
        "-- "
            + one(
                "Only what is still open counts here.",
                "See the ticket on rounding before changing this.",
                "The order of these two matters.",
                "Keep in step with the report.",
                "TODO: move to the new table."));
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
