package dev.holdfast.card.view;

import java.util.List;

/**
 * What the admin API said itself, for the one who will ask its support.
 *
 * @param words the service's own message, unchanged; may be empty
 * @param ids its code, correlation id, operation id
 * @param errors what else it says went wrong, an error each; those that the card has room for
 * @param more how many errors there are besides
 */
public record ServiceErrorDetails(String words, List<Fact> ids, List<String> errors, int more) {

  public ServiceErrorDetails(String words, List<Fact> ids) {
    this(words, ids, List.of(), 0);
  }
}
