/// Names, scopes, columns and types: what a tree means. Takes trees and a
/// [io.hartonomous.bind.Catalog], gives side tables and findings; knows no file.
package io.hartonomous.bind;
