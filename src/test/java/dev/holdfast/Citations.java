package dev.holdfast;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What code and documentation cite, and what the pages of {@code src/docs} define. */
final class Citations {

  private static final String SECTION = "(?:[A-Z]\\d{1,2}|C|\\d(?:\\.\\d)?)(?![\\w])";

  /**
   * A citation such as {@code facts 1.1, 1.8 and B7}; what follows the first names more of them.
   */
  private static final Pattern FACTS =
      Pattern.compile("\\b[Ff]acts (" + SECTION + "(?:(?:, | and | or | to )" + SECTION + ")*)");

  /** {@code section 6.1}, and {@code sections 1.1 to 1.9}. */
  private static final Pattern SECTIONS =
      Pattern.compile(
          "\\b[Ss]ections? (" + SECTION + "(?:(?:, | and | or | to )" + SECTION + ")*)");

  /** A section with a letter stands without a word before it too, as {@code (B16)}. */
  private static final Pattern LETTERED =
      Pattern.compile("(?<![\\w%\"'`&+#./-])[A-G]\\d{1,2}(?![\\w.-]*\\w)");

  private static final Pattern RULE = Pattern.compile("(?<![\\w-])R[1-9]\\d?(?![\\w-])");
  private static final Pattern RULE_HEADING = Pattern.compile("(?m)^### (R\\d+) \\S");
  private static final Pattern SECTION_HEADING = Pattern.compile("(?m)^### (" + SECTION + ") \\S");

  /** A page of Markdown by its name, unless it's part of an address on the web. */
  private static final Pattern PAGE =
      Pattern.compile("https?://\\S+|([\\w./-]*\\w\\.md)(?![\\w.])");

  /** Folders of notes that were never part of the repository. */
  private static final Pattern FOLDER =
      Pattern.compile("https?://\\S+|(?<![\\w./-])((?:facts|shared|redesign)/)");

  private Citations() {}

  /** Rules such as {@code R29}. */
  static Set<String> rules(String text) {
    return all(RULE, 0, text);
  }

  /** Sections such as {@code 1.5} and {@code B7}: as facts, as sections, or by a letter alone. */
  static Set<String> sections(String text) {
    String joined = joined(text);
    Set<String> sections = all(LETTERED, 0, joined);
    for (Pattern lists : List.of(FACTS, SECTIONS)) {
      for (String list : all(lists, 1, joined)) {
        sections.addAll(all(Pattern.compile(SECTION), 0, list));
      }
    }
    return sections;
  }

  /** Names of Markdown pages, without their folders. */
  static Set<String> pages(String text) {
    Set<String> names = new TreeSet<>();
    all(PAGE, 1, text).forEach(page -> names.add(page.substring(page.lastIndexOf('/') + 1)));
    return names;
  }

  static Set<String> foreignFolders(String text) {
    return all(FOLDER, 1, text);
  }

  static Set<String> definedRules(String page) {
    return all(RULE_HEADING, 1, page);
  }

  static Set<String> definedSections(String page) {
    return all(SECTION_HEADING, 1, page);
  }

  /** Java classes that a page names as code, by the ends of their names. */
  static Set<String> classes(String page, String ends) {
    return all(Pattern.compile("`([A-Z]\\w*(?:" + ends + "))`"), 1, page);
  }

  /** A comment's lines as one, because a citation can be broken over two. */
  private static String joined(String text) {
    return text.replaceAll("\\s*\\n\\s*(?:\\*|//|#)?\\s*", " ");
  }

  private static Set<String> all(Pattern pattern, int group, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      if (matcher.group(group) != null) {
        found.add(matcher.group(group));
      }
    }
    return found;
  }
}
