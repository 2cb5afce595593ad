/**
 * Adaptive Cards templates: parsed once, then expanded with data from any thread.
 *
 * <pre>{@code
 * Template card = Template.parse("card.json", "{\"text\": \"Hello ${toUpper(name)}\"}");
 * ExpansionContext host = ExpansionContext.of(Locale.US, ZoneOffset.UTC, Clock.systemUTC());
 *
 * Expansion expansion = card.expand(JsonMapper.shared().readTree("{\"name\": \"Ada\"}"), host);
 * expansion.json();     // {"text": "Hello ADA"}
 * expansion.warnings(); // empty: all that the template asks for is there
 * }</pre>
 *
 * <p>{@link Template#parse(String, String, java.util.Map)} takes functions of your own, which may
 * refuse a call when the template is loaded ({@link TemplateFunction#prepare}). The only exceptions
 * are {@link TemplateSyntaxException}, when a template is loaded, and {@link ExpansionException},
 * when data does not fit.
 */
@NullMarked
package dev.holdfast.card.engine;

import org.jspecify.annotations.NullMarked;
