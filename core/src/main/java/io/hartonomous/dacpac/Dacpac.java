package io.hartonomous.dacpac;

/// A package that was read. `format` tells how far the format was understood: elements of kinds
/// that this version does not take apart are in the model as
/// [io.hartonomous.model.PlainObject.Other], never left out.
public record Dacpac(PackageContent content, String productName, String schemaVersion) {}
