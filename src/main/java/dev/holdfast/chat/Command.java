package dev.holdfast.chat;

import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.NameLookup;
import dev.holdfast.request.RequestState;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a person said. Environments and times stand as they were typed; whoever answers looks them
 * up. Request ids are written as Holdfast writes them ({@code R-1042}).
 */
sealed interface Command {

  record Greeting() implements Command {}

  record Help() implements Command {}

  /** The list, with a search word. */
  record Environments(Optional<String> text) implements Command {}

  /** One environment. */
  record ShowEnvironment(String environment) implements Command {}

  /** The backups of one environment. */
  record Backups(String environment) implements Command {}

  /**
   * A manual backup. Where the name ends and the label begins only the catalogue can tell.
   *
   * @param words what followed the command, quoted words together as one; empty for the bare form
   */
  record Backup(List<String> words) implements Command {

    /** {@code backup Contoso UAT as before go-live}: the label is {@code before go-live}. */
    private static final Pattern LABEL_FILLERS =
        Pattern.compile("^(?i:(?:with )?(?:the )?label(?:led|ed)?|as|called|named|[-–—:])(?: |$)");

    public Backup {
      words = List.copyOf(words);
    }

    /**
     * Splits the words into an environment and a label: the longest beginning that names exactly
     * one environment is its name. Where none does, the longest that could name several, or else
     * all words.
     *
     * @param find looks up a name, as {@code EnvironmentCatalog.find} does
     */
    Split split(Function<String, NameLookup> find) {
      Optional<Split> ambiguous = Optional.empty();
      for (int length = words.size(); length > 0; length--) {
        NameLookup lookup = find.apply(String.join(" ", words.subList(0, length)));
        String label =
            LABEL_FILLERS
                .matcher(String.join(" ", words.subList(length, words.size())))
                .replaceFirst("");
        if (lookup instanceof NameLookup.One) {
          return new Split(lookup, label);
        }
        if (lookup instanceof NameLookup.Several && ambiguous.isEmpty()) {
          ambiguous = Optional.of(new Split(lookup, label));
        }
      }
      return ambiguous.orElseGet(() -> new Split(find.apply(String.join(" ", words)), ""));
    }
  }

  /**
   * The words of a backup, split.
   *
   * @param label may be empty
   */
  record Split(NameLookup environment, String label) {

    Optional<EnvironmentProfile> subject() {
      return environment instanceof NameLookup.One one
          ? Optional.of(one.subject())
          : Optional.empty();
    }
  }

  /** A restore, as far as it was said. */
  record Restore(Optional<String> source, Optional<String> target, Optional<String> when)
      implements Command {}

  /** Why an environment is no target, for one source or at all. */
  record Why(String target, Optional<String> source) implements Command {}

  record Status(Optional<String> requestId) implements Command {}

  record Approvals() implements Command {}

  /**
   * What has been.
   *
   * @param person the beginning of a name, or {@code me}
   * @param since words for a time
   * @param until words for a time
   */
  record History(
      Optional<String> environment,
      Optional<String> person,
      Optional<RequestState> state,
      Optional<String> since,
      Optional<String> until)
      implements Command {}

  record Cancel(String requestId) implements Command {}

  record Undo(String requestId) implements Command {}

  record Subscribe(Optional<String> environment) implements Command {}

  record Unsubscribe(Optional<String> environment) implements Command {}

  record Doctor() implements Command {}

  /** A command without what it needs. The hint is a sentence that says what. */
  record Incomplete(String command, String hint) implements Command {}

  /**
   * Not understood.
   *
   * @param nearest the command that was probably meant
   */
  record Unknown(String text, Optional<String> nearest) implements Command {}
}
