package dev.holdfast.card.engine;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names of functions, and what to say of a name that isn't among them. */
final class FunctionNames {
  /** Names that a template can write; operators are functions too but not among them. */
  static final List<String> SUPPORTED =
      List.of(
          ("abs add addDays addHours addMinutes addOrdinal addProperty addSeconds addToTime all and"
                  + " any average base64 base64ToBinary base64ToString binary bool ceiling coalesce"
                  + " concat contains convertFromUTC convertToUTC count countWord createArray dataUri"
                  + " dataUriToBinary dataUriToString date dateReadBack dateTimeDiff dayOfMonth"
                  + " dayOfWeek dayOfYear div empty endsWith EOL equals exists exp first flatten float"
                  + " floor foreach formatDateTime formatEpoch formatNumber formatTicks getFutureTime"
                  + " getPastTime getProperty getTimeOfDay greater greaterOrEquals if indexOf"
                  + " indicesAndValues int intersection isArray isBoolean isDateTime isFloat isInteger"
                  + " isMatch isObject isString join jPath json jsonStringify last lastIndexOf length"
                  + " less lessOrEquals max merge min mod month mul newGuid not or rand range"
                  + " removeProperty replace replaceIgnoreCase reverse round select sentenceCase"
                  + " setPathToValue setProperty skip sortBy sortByDescending split sqrt startOfDay"
                  + " startOfHour startOfMonth startsWith string stringOrValue sub subArray substring"
                  + " subtractFromTime sum take ticks ticksToDays ticksToHours ticksToMinutes"
                  + " titleCase toLower toUpper trim union unique uriComponent uriComponentToString"
                  + " uriHost uriPath uriPathAndQuery uriPort uriQuery uriScheme utcNow where year")
              .split(" "));

  /** Those that need XML, XPath, or the Timex grammar, and two that the reference uses itself. */
  static final Set<String> UNSUPPORTED =
      Set.of(
          ("getNextViableDate getNextViableTime getPreviousViableDate getPreviousViableTime ignore"
                  + " isDate isDateRange isDefinite isDuration isPresent isTime isTimeRange optional"
                  + " resolve xPath xml")
              .split(" "));

  private FunctionNames() {}

  /** Says in one line why there is no function of that name, beside the built-in ones and these. */
  static String missing(String name, Collection<String> own) {
    if (UNSUPPORTED.contains(name)) {
      return "'" + name + "' is part of the language, not supported here";
    }
    var hint = nearest(name, own).map(near -> "; did you mean '" + near + "'?").orElse("");
    return "there is no function '" + name + "'" + hint;
  }

  private static Optional<String> nearest(String name, Collection<String> own) {
    var names = new TreeSet<>(SUPPORTED);
    names.addAll(own);
    return names.stream()
        .filter(other -> distance(name, other) <= Math.max(1, other.length() / 3))
        .min(Comparator.comparingInt(other -> distance(name, other)));
  }

  /** How many letters to insert, remove, change, or swap; letter case counts for nothing. */
  private static int distance(String name, String other) {
    var a = name.toLowerCase(Locale.ROOT);
    var b = other.toLowerCase(Locale.ROOT);
    // A name that's much longer isn't a typo, and would take long to compare.
    if (Math.abs(a.length() - b.length()) > b.length() / 2) {
      return Integer.MAX_VALUE;
    }
    var rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : step(rows, a, b, i, j);
      }
    }
    return rows[a.length()][b.length()];
  }

  private static int step(int[][] rows, String a, String b, int i, int j) {
    int change = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(change, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
    var swaps =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swaps ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
  }
}
