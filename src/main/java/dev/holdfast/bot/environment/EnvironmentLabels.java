package dev.holdfast.bot.environment;

import dev.holdfast.adminapi.Environment.Dataverse;
import dev.holdfast.card.TextTruncator;
import dev.holdfast.card.view.EnvironmentSummary;
import dev.holdfast.environment.EnvironmentCatalog;
import dev.holdfast.environment.EnvironmentKind;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.NameMarks;
import dev.holdfast.request.step.EnvironmentRef;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What people call an environment. Where others in the environment catalog have names that look the
 * same, its address and the beginning of its ID are part of it.
 */
@Component
public class EnvironmentLabels {

  private static final int LONGEST_NAME = 60;
  private static final int ID_BEGINNING = 8;

  private final EnvironmentCatalog catalog;

  EnvironmentLabels(EnvironmentCatalog catalog) {
    this.catalog = catalog;
  }

  public EnvironmentSummary side(EnvironmentProfile subject) {
    return new EnvironmentSummary(NameMarks.shown(subject.name()), details(subject));
  }

  /** The same of one that a request keeps. */
  public static EnvironmentSummary side(EnvironmentRef environment) {
    return new EnvironmentSummary(
        NameMarks.shown(environment.displayName()), environment.details());
  }

  /** As a request keeps it. */
  public EnvironmentRef name(EnvironmentProfile subject) {
    return new EnvironmentRef(subject.id(), subject.name(), details(subject), subject.attributes());
  }

  /** {@code Sandbox · unified developer (UDE) · europe}, with {@link #distinction} behind it. */
  String details(EnvironmentProfile subject) {
    return joined(EnvironmentViewMapper.kind(subject), region(subject));
  }

  /** The region, with {@link #distinction} behind it. */
  public String region(EnvironmentProfile subject) {
    return joined(EnvironmentViewMapper.region(subject), distinction(subject));
  }

  /** As a choice shows it: {@code Contoso Dev · Sandbox · UDE}. */
  public String title(EnvironmentProfile subject) {
    String plain =
        joined(
            TextTruncator.line(NameMarks.shown(subject.name()), LONGEST_NAME),
            EnvironmentViewMapper.type(subject),
            kind(subject.kind()));
    String distinction = distinction(subject);
    return distinction.isEmpty()
        ? plain
        : joined(plain, EnvironmentViewMapper.region(subject), distinction);
  }

  /**
   * What tells it from all others whose names look the same: the host of its address, and as much
   * of its ID as differs. Empty when there is no other.
   */
  public String distinction(EnvironmentProfile subject) {
    List<EnvironmentProfile> others = others(subject, catalog.namesakes(subject));
    return others.isEmpty() ? "" : joined(host(subject).orElse(""), id(subject, others));
  }

  private static List<EnvironmentProfile> others(
      EnvironmentProfile subject, List<EnvironmentProfile> alike) {
    return alike.stream().filter(one -> !one.id().equalsIgnoreCase(subject.id())).toList();
  }

  private static Optional<String> host(EnvironmentProfile subject) {
    return subject
        .environment()
        .dataverse()
        .flatMap(Dataverse::url)
        .flatMap(EnvironmentLabels::host);
  }

  private static Optional<String> host(String url) {
    try {
      return Optional.ofNullable(URI.create(url.strip()).getHost());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String id(EnvironmentProfile subject, List<EnvironmentProfile> others) {
    String id = subject.id();
    String beginning = id.substring(0, Math.min(id.length(), ID_BEGINNING));
    boolean enough = others.stream().noneMatch(other -> other.id().startsWith(beginning));
    return enough ? beginning : id;
  }

  private static String kind(EnvironmentKind kind) {
    return switch (kind) {
      case UDE, USE, UPE -> kind.name();
      case UNIFIED -> "unified";
      default -> kind.word();
    };
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
  }
}
