/// Reads a live database into a model through documented `sys` views: a list of plain queries, one
/// class for each part of the model made from their rows.
package io.hartonomous.introspect;
