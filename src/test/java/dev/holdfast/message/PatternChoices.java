package dev.holdfast.message;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a pattern chooses between.
 *
 * @param plurals the forms of its plurals, without exact numbers
 * @param selects the words of its other choices, by argument
 */
record PatternChoices(Set<String> plurals, Map<String, Set<String>> selects) {

  /** An argument that chooses. */
  private record Choice(String argument, ArgType type) {}

  static PatternChoices of(String text) {
    MessagePattern pattern = new MessagePattern(text);
    PatternChoices found = new PatternChoices(new TreeSet<>(), new TreeMap<>());
    Deque<Choice> open = new ArrayDeque<>();
    for (int i = 0; i < pattern.countParts(); i++) {
      Part part = pattern.getPart(i);
      switch (part.getType()) {
        case ARG_START ->
            open.push(new Choice(pattern.getSubstring(pattern.getPart(i + 1)), part.getArgType()));
        case ARG_LIMIT -> open.pop();
        case ARG_SELECTOR -> found.add(open.element(), pattern.getSubstring(part));
        default -> {}
      }
    }
    return found;
  }

  private void add(Choice choice, String word) {
    if (choice.type() == ArgType.SELECT) {
      selects.computeIfAbsent(choice.argument(), name -> new TreeSet<>()).add(word);
    } else if (!word.startsWith("=")) {
      plurals.add(word);
    }
  }
}
