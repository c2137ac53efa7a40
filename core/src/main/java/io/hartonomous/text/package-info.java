/// Source text: files, positions, edits, decoding. Knows nothing of SQL.
package io.hartonomous.text;
