package dev.holdfast.message;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A message in one language, ready to be filled in from any thread. Most messages only put texts
 * between words of their own; those are joined here, which is much faster than ICU.
 */
public final class CompiledMessage {

  /** Words of the message, or the name of an argument. */
  private record Piece(String text, boolean isArgument) {}

  private final List<Piece> pieces = new ArrayList<>();
  private final Set<String> names = new TreeSet<>();
  private final NumberTexts numbers;

  /** For plurals and choices. ICU's formats aren't safe for more than one thread at a time. */
  private final @Nullable MessageFormat format;

  /**
   * @throws IllegalArgumentException if the pattern isn't one of ICU
   */
  CompiledMessage(String pattern, Locale language, NumberTexts numbers) {
    this.numbers = numbers;
    this.format = read(new MessagePattern(pattern)) ? null : new MessageFormat(pattern, language);
  }

  /** The names of its arguments. */
  public Set<String> names() {
    return Collections.unmodifiableSet(names);
  }

  /**
   * The text.
   *
   * @param arguments texts, which are never read as patterns, and numbers; one that is missing
   *     shows as its name in braces
   */
  public String text(Map<String, ?> arguments) {
    if (format != null) {
      synchronized (format) {
        return format.format(arguments);
      }
    }
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      text.append(piece.isArgument ? shown(piece.text, arguments.get(piece.text)) : piece.text);
    }
    return text.toString();
  }

  private String shown(String name, @Nullable Object value) {
    if (value instanceof Number number) {
      return numbers.text(number);
    }
    return value == null ? "{" + name + "}" : value.toString();
  }

  /** Reads the pieces, and says whether they are all that there is to the message. */
  private boolean read(MessagePattern pattern) {
    boolean isSimple = true;
    int words = 0;
    for (int i = 1; i < pattern.countParts(); i++) {
      Part part = pattern.getPart(i);
      switch (part.getType()) {
        case ARG_START, SKIP_SYNTAX, MSG_LIMIT -> {
          isSimple &= part.getArgType() == ArgType.NONE;
          addWords(pattern.getPatternString().substring(words, part.getIndex()));
          words = part.getLimit();
        }
        case ARG_NAME, ARG_NUMBER -> {
          names.add(pattern.getSubstring(part));
          pieces.add(new Piece(pattern.getSubstring(part), true));
        }
        case ARG_LIMIT -> words = part.getLimit();
        default -> {}
      }
    }
    return isSimple;
  }

  private void addWords(String words) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(words, false));
    }
  }
}
