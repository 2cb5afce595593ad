package dev.holdfast.card;

import dev.holdfast.card.view.Tone;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * A view record as the data that a template sees: components under their names, what is empty as
 * null, and a tone as its name, colour, style and mark.
 */
final class ViewSerializer {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .addModule(new SimpleModule().addSerializer(new ToneSerializer()))
          .build();

  private ViewSerializer() {}

  static JsonNode of(CardView view) {
    return MAPPER.valueToTree(view);
  }

  private static final class ToneSerializer extends StdSerializer<Tone> {

    ToneSerializer() {
      super(Tone.class);
    }

    @Override
    public void serialize(Tone tone, JsonGenerator to, SerializationContext context) {
      to.writeStartObject();
      to.writeStringProperty("name", tone.name());
      to.writeStringProperty("color", tone.color());
      to.writeStringProperty("text", tone.text());
      to.writeStringProperty("style", tone.style());
      to.writeStringProperty("mark", tone.mark());
      to.writeEndObject();
    }
  }
}
