package dev.holdfast.request.store;

import dev.holdfast.request.step.OperationSpecs;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How what is stored about requests is written and read. */
public final class RequestJsonFactory {

  private RequestJsonFactory() {}

  /** The same, for requests of these kinds. */
  public static JsonMapper mapper(OperationSpecs specs) {
    return mapper().rebuild().registerSubtypes(specs.specTypes().toArray(Class<?>[]::new)).build();
  }

  /** Reads what was stored before a yes or no was asked for as a no. */
  public static JsonMapper mapper() {
    return JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
  }
}
