package dev.holdfast.chat;

import dev.holdfast.card.Card;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Tone;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.Severity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code restore …} and {@code undo R-n}: open the form with whatever was said filled in. */
@Component
class RestoreCommand {

  private final EnvironmentResolver naming;
  private final RestoreForm forms;
  private final UndoForm undo;
  private final FormLook look;

  RestoreCommand(EnvironmentResolver naming, RestoreForm forms, UndoForm undo, FormLook look) {
    this.naming = naming;
    this.forms = forms;
    this.undo = undo;
    this.look = look;
  }

  Card answer(Command.Restore wish, ChatUser who) {
    Map<String, String> said = new HashMap<>();
    Optional<Banner> banner = wish.when().flatMap(words -> readPoint(words, said, who));
    return withSource(wish, said, banner, who);
  }

  Card answer(Command.Undo wish, ChatUser who) {
    return undo.form(wish.requestId(), who);
  }

  private Card withSource(
      Command.Restore wish, Map<String, String> said, Optional<Banner> banner, ChatUser who) {
    if (wish.source().isEmpty()) {
      return withTarget(wish, Optional.empty(), said, banner, who);
    }
    return naming.with(
        wish.source().get(),
        source -> withTarget(wish, Optional.of(source), said, banner, who),
        "restore.form",
        source -> with(said, "source", source.id()));
  }

  private Card withTarget(
      Command.Restore wish,
      Optional<EnvironmentProfile> source,
      Map<String, String> said,
      Optional<Banner> banner,
      ChatUser who) {
    Map<String, String> known = source.map(from -> with(said, "source", from.id())).orElse(said);
    if (wish.target().isEmpty()) {
      return forms.form(RestoreFormInput.of(known), who, banner);
    }
    return naming.with(
        wish.target().get(),
        target -> {
          Optional<Banner> objection = source.flatMap(from -> objection(from, target));
          Map<String, String> all =
              objection.isPresent() ? known : with(known, "target", target.id());
          return forms.form(RestoreFormInput.of(all), who, objection.or(() -> banner));
        },
        "restore.form",
        target -> with(known, "target", target.id()));
  }

  /** Fills in date, time and zone; a banner where the words need a word back. */
  private Optional<Banner> readPoint(String words, Map<String, String> said, ChatUser who) {
    said.put("pointKind", RestoreFormInput.INSTANT);
    RestoreMoment read = RestoreMoment.of(words, who, look.clock().instant());
    said.putAll(read.inputs());
    return read.note().map(note -> new Banner(Tone.ATTENTION, note));
  }

  private Optional<Banner> objection(EnvironmentProfile source, EnvironmentProfile target) {
    return look.rules().pair(source, target).stream()
        .filter(check -> check.severity() == Severity.RED)
        .findFirst()
        .map(Finding::sentence)
        .map(sentence -> new Banner(Tone.BAD, sentence));
  }

  private static Map<String, String> with(Map<String, String> data, String key, String value) {
    Map<String, String> more = new HashMap<>(data);
    more.put(key, value);
    return more;
  }
}
