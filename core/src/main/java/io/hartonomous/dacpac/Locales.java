package io.hartonomous.dacpac;

import io.hartonomous.model.Collation;
import java.util.Map;

/// The Windows locale ids of collations, by the first words of their names. Source: Microsoft
/// Learn, "Collation and Unicode support"; `sys.fn_helpcollations`.
final class Locales {
  private static final int ENGLISH = 1033;

  /// Families that differ from the English locale; a name is looked up up to its first part that
  /// says how to compare.
  private static final Map<String, Integer> LCIDS =
      Map.ofEntries(
          Map.entry("Albanian", 1052),
          Map.entry("Arabic", 1025),
          Map.entry("Chinese_PRC", 2052),
          Map.entry("Chinese_Taiwan_Stroke", 1028),
          Map.entry("Croatian", 1050),
          Map.entry("Cyrillic_General", 1049),
          Map.entry("Czech", 1029),
          Map.entry("Danish_Norwegian", 1030),
          Map.entry("Estonian", 1061),
          Map.entry("Finnish_Swedish", 1035),
          Map.entry("French", 1036),
          Map.entry("German_PhoneBook", 66567),
          Map.entry("Greek", 1032),
          Map.entry("Hebrew", 1037),
          Map.entry("Hungarian", 1038),
          Map.entry("Icelandic", 1039),
          Map.entry("Japanese", 1041),
          Map.entry("Korean_Wansung", 1042),
          Map.entry("Latvian", 1062),
          Map.entry("Lithuanian", 1063),
          Map.entry("Modern_Spanish", 3082),
          Map.entry("Polish", 1045),
          Map.entry("Romanian", 1048),
          Map.entry("Slovak", 1051),
          Map.entry("Slovenian", 1060),
          Map.entry("Thai", 1054),
          Map.entry("Traditional_Spanish", 1034),
          Map.entry("Turkish", 1055),
          Map.entry("Ukrainian", 1058),
          Map.entry("Vietnamese", 1066));

  private Locales() {}

  static int lcid(Collation collation) {
    String name = collation.name();
    return LCIDS.entrySet().stream()
        .filter(entry -> name.startsWith(entry.getKey() + "_"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(ENGLISH);
  }
}
