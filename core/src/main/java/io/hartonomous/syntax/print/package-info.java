/// Trees back to text: the canonical form in which two spellings of one thing are equal.
package io.hartonomous.syntax.print;
