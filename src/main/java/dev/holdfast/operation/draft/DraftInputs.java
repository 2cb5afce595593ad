package dev.holdfast.operation.draft;

import dev.holdfast.request.store.RequestJsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was put into a form, as drafts store it. */
public final class DraftInputs {

  private static final JsonMapper JSON = RequestJsonFactory.mapper();

  private DraftInputs() {}

  public static JsonNode stored(Object input) {
    return JSON.valueToTree(input);
  }

  /** Fields that weren't there when it was stored are null, or no. */
  public static <I> I read(JsonNode stored, Class<I> type) {
    return JSON.treeToValue(stored, type);
  }
}
