/// The database model: one shape for projects, packages and live databases. Values only; no node,
/// no position, no file.
package io.hartonomous.model;
