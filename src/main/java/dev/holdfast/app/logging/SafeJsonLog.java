package dev.holdfast.app.logging;

import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * For logs in JSON. JSON itself escapes line feeds and other controls; what reads lines may take
 * U+2028 and the like for the end of one, and a person sees what a bidirectional control does.
 */
final class SafeJsonLog implements StructuredLoggingJsonMembersCustomizer<Object> {

  @Override
  public void customize(Members<Object> members) {
    members.applyingValueProcessor(ValueProcessor.of(String.class, LogText::escapedForJson));
  }
}
