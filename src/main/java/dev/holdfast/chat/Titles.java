package dev.holdfast.chat;

import dev.holdfast.card.Ellipsis;
import dev.holdfast.environment.Kind;
import dev.holdfast.environment.Subject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Environments as a choice shows them: {@code Contoso Dev · Sandbox · UDE}. Where that is said of
 * more than one, each shows the beginning of its id too.
 */
final class Titles {

  private static final int LONGEST_NAME = 60;
  private static final int ID_BEGINNING = 8;

  private final Map<String, List<String>> idsByTitle;

  private Titles(Map<String, List<String>> idsByTitle) {
    this.idsByTitle = idsByTitle;
  }

  /** For environments that must be told apart from all of these. */
  static Titles among(List<Subject> subjects) {
    return new Titles(
        subjects.stream()
            .collect(
                Collectors.groupingBy(
                    Titles::plain, Collectors.mapping(Subject::id, Collectors.toList()))));
  }

  String of(Subject subject) {
    String title = plain(subject);
    List<String> ids = idsByTitle.getOrDefault(title, List.of());
    return ids.size() < 2 ? title : title + " · " + id(subject.id(), ids);
  }

  private static String id(String id, List<String> ids) {
    String beginning = id.substring(0, Math.min(id.length(), ID_BEGINNING));
    boolean enough = ids.stream().filter(other -> other.startsWith(beginning)).count() == 1;
    return enough ? beginning : id;
  }

  private static String plain(Subject subject) {
    return Ellipsis.line(subject.name(), LONGEST_NAME)
        + " · "
        + Sides.type(subject)
        + " · "
        + kind(subject.kind());
  }

  private static String kind(Kind kind) {
    return switch (kind) {
      case UDE, USE, UPE -> kind.name();
      case UNIFIED -> "unified";
      default -> kind.word();
    };
  }
}
