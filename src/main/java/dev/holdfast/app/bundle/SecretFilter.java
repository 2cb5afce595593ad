package dev.holdfast.app.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Takes every configured secret out of a text. No part of the bundle prints one on purpose; this is
 * for what a log or an error message repeats.
 */
public final class SecretFilter {

  static final String REPLACEMENT = "[secret]";

  /** Shorter values would take parts of ordinary words out. */
  private static final int SHORTEST = 4;

  private static final long LONGEST_FILE = 64 * 1024;

  private static final Pattern NAME =
      Pattern.compile(
          "(secret|password|passwd|passphrase|token|key|signature|authorization)(file)?");

  /** The credentials in an address, or among the parameters of a database. */
  private static final List<Pattern> IN_ADDRESSES =
      List.of(
          Pattern.compile("://[^/?#@\\s]*:([^/?#@\\s]+)@"),
          Pattern.compile("(?i)[?&;](?:password|pwd|sig|token|secret|code)=([^&;#\\s]+)"));

  private final List<String> secrets;

  private SecretFilter(Set<String> secrets) {
    this.secrets =
        secrets.stream()
            .flatMap(String::lines)
            .map(String::strip)
            .filter(secret -> secret.length() >= SHORTEST)
            .filter(secret -> !secret.equals("true") && !secret.equals("false"))
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
  }

  /** Knows nothing to take out. */
  public static SecretFilter none() {
    return new SecretFilter(Set.of());
  }

  /** Of all settings, including the files that hold secrets. */
  public static SecretFilter of(ConfigurableEnvironment settings) {
    Set<String> secrets = new LinkedHashSet<>();
    settings.getPropertySources().stream()
        .filter(EnumerablePropertySource.class::isInstance)
        .map(source -> (EnumerablePropertySource<?>) source)
        .forEach(
            source ->
                Stream.of(source.getPropertyNames())
                    .flatMap(name -> secretsOf(name, value(settings, source.getProperty(name))))
                    .forEach(secrets::add));
    return new SecretFilter(secrets);
  }

  /** Also of one that another source overrides: it may be in the log from before. */
  private static String value(ConfigurableEnvironment settings, @Nullable Object written) {
    return settings.resolvePlaceholders(Objects.toString(written, ""));
  }

  private static Stream<String> secretsOf(String name, String value) {
    Stream<String> inside =
        IN_ADDRESSES.stream()
            .flatMap(pattern -> pattern.matcher(value).results())
            .map(found -> found.group(1));
    Matcher named = NAME.matcher(lastWord(name));
    if (!named.find()) {
      return inside;
    }
    return Stream.concat(inside, named.group(2) == null ? Stream.of(value) : contents(value));
  }

  /** Of {@code a.b.client-secret} and of {@code A_B_CLIENTSECRET}, in small letters. */
  private static String lastWord(String name) {
    String plain = name.replace("-", "").toLowerCase(Locale.ROOT);
    return plain.substring(plain.lastIndexOf('.') + 1);
  }

  private static Stream<String> contents(String file) {
    try {
      Path path = Path.of(file);
      return Files.isRegularFile(path) && Files.size(path) <= LONGEST_FILE
          ? Stream.of(Files.readString(path))
          : Stream.empty();
    } catch (IOException | InvalidPathException e) {
      return Stream.empty(); // not text, or not readable: nothing that could repeat it
    }
  }

  /** The same text without secrets. */
  public String clean(String text) {
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, REPLACEMENT);
    }
    return clean;
  }
}
