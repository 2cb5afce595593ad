package dev.holdfast.app.startup;

import dev.holdfast.settings.SettingProblem;
import dev.holdfast.settings.StartupCheck;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Whether the address of the database is one of a database that Holdfast runs on. */
@Component
class DatabaseUrlStartupCheck implements StartupCheck {

  private static final String SETTING = "spring.datasource.url";
  private static final Pattern KIND =
      Pattern.compile("(jdbc:)?([a-z0-9+]{1,20}):.*", Pattern.DOTALL);

  @Override
  public List<SettingProblem> problems(Environment environment) {
    String url = environment.getProperty(SETTING, "").strip();
    if (url.startsWith("jdbc:postgresql:") || url.startsWith("jdbc:h2:")) {
      return List.of();
    }
    return List.of(
        new SettingProblem(
            SETTING,
            "no database that Holdfast runs on has an address like this one (%s)"
                .formatted(beginning(url)),
            "Use jdbc:postgresql://host:5432/holdfast or jdbc:h2:file:./data/holdfast;…"));
  }

  /** No more than the kind: the rest may contain a password. */
  private static String beginning(String url) {
    Matcher kind = KIND.matcher(url.toLowerCase(Locale.ROOT));
    if (!kind.matches()) {
      return url.isEmpty() ? "it is empty" : "it doesn't begin with jdbc:";
    }
    return (kind.group(1) == null ? "" : kind.group(1)) + kind.group(2) + ":…";
  }
}
