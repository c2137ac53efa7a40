/// Reads and writes `.dacpac` packages: a zip of `model.xml`, `Origin.xml`, `DacMetadata.xml`, the
/// deployment scripts and the refactor log, in the format that SqlPackage and SSDT read and write.
/// A package that is read is taken for hostile: sizes are limited, XML has no entities, names in
/// the archive are never used as paths. Knows nothing of plans and servers.
package io.hartonomous.dacpac;
