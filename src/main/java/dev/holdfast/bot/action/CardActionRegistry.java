package dev.holdfast.bot.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All card actions, by verb. */
@Component
public class CardActionRegistry {

  private final Map<String, CardAction> byVerb = new LinkedHashMap<>();

  /**
   * @throws IllegalStateException if two actions have one verb
   */
  public CardActionRegistry(List<CardAction> actions) {
    for (CardAction action : actions) {
      CardAction other = byVerb.put(action.verb().name(), action);
      if (other != null) {
        throw new IllegalStateException(
            "Two actions have the verb %s: %s and %s"
                .formatted(action.verb(), other.getClass().getName(), action.getClass().getName()));
      }
    }
  }

  public List<CardAction> actions() {
    return List.copyOf(byVerb.values());
  }

  /**
   * @param verb what a client sent
   */
  public Optional<CardAction> find(String verb) {
    return Optional.ofNullable(byVerb.get(verb));
  }
}
