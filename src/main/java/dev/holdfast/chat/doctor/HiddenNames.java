package dev.holdfast.chat.doctor;

import dev.holdfast.adminapi.Environment.Dataverse;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.environment.ReadableEnvironments;
import dev.holdfast.environment.EnvironmentProfile;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Keeps environments that a person may not see out of what the checks say: they are made for
 * operators, who see them all on the command line.
 */
@Component
class HiddenNames {

  private final ReadableEnvironments environments;

  HiddenNames(ReadableEnvironments environments) {
    this.environments = environments;
  }

  /** Puts a word in place of each name, ID, and address that a person may not see. */
  UnaryOperator<String> from(ChatUser who) {
    List<String> hidden =
        environments.hiddenFrom(who).stream()
            .flatMap(HiddenNames::names)
            .filter(name -> !name.isBlank())
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    String instead = who.texts().of("doctor.hidden");
    return text -> without(text, hidden, instead);
  }

  private static Stream<String> names(EnvironmentProfile environment) {
    return Stream.concat(
        Stream.of(environment.name().strip(), environment.id()),
        environment.environment().dataverse().flatMap(Dataverse::url).stream());
  }

  private static String without(String text, List<String> hidden, String instead) {
    String shown = text;
    for (String name : hidden) {
      if (shown.contains(name)) {
        shown =
            Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])")
                .matcher(shown)
                .replaceAll(Matcher.quoteReplacement(instead));
      }
    }
    return shown;
  }
}
