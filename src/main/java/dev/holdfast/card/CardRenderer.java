package dev.holdfast.card;

import dev.holdfast.card.engine.Expansion;
import dev.holdfast.card.engine.Template;
import dev.holdfast.card.engine.value.ExpansionContext;
import dev.holdfast.message.Message;
import dev.holdfast.message.MessageCatalog;
import dev.holdfast.message.MessageFormatter;
import dev.holdfast.message.ReaderLanguage;
import dev.holdfast.support.RehearsalProperties;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Makes cards of views. All templates are read and compiled at start, so that a wrong one keeps
 * Holdfast from starting instead of failing in front of a person.
 */
@Component
public class CardRenderer {

  private static final Logger log = LoggerFactory.getLogger(CardRenderer.class);

  /** For what templates are checked with; a card is in its reader's language. */
  static final ExpansionContext HOST =
      ExpansionContext.of(MessageCatalog.COMPLETE, ZoneOffset.UTC, Clock.systemUTC());

  /** A toast shows about two lines. */
  private static final int SUMMARY = 200;

  private final Map<String, Template> templates;
  private final Template mark;
  private final RehearsalProperties mode;

  /**
   * Reads the templates from the folder {@code cards/} of the classpath.
   *
   * @throws IllegalStateException if one cannot be read or is wrong
   */
  @Autowired
  public CardRenderer(RehearsalProperties mode) {
    this.templates = TemplateLoader.read(HOST);
    this.mark = TemplateLoader.rehearsalMark();
    this.mode = mode;
  }

  /** The same with cards that bear no mark. */
  public CardRenderer() {
    this(new RehearsalProperties(false));
  }

  /** Whether each card says that nothing is started. */
  public boolean marksRehearsal() {
    return mode.rehearsal();
  }

  /**
   * The card that shows the view, in the {@link ReaderLanguage}.
   *
   * @throws IllegalArgumentException if the view names a template that does not exist
   */
  public Card render(CardView view) {
    return render(view, ReaderLanguage.current());
  }

  /** The same with the template's texts in a reader's language. */
  Card render(CardView view, Locale language) {
    Expansion expansion = expand(view, language);
    expansion.warnings().forEach(warning -> log.warn("A card is shown with a gap: {}", warning));
    JsonNode json = EmptyPropertyRemover.dropped(expansion.json());
    MessageFormatter texts = new MessageFormatter(language, ZoneOffset.UTC);
    if (marksRehearsal()) {
      mark(json, texts.text(Message.of("rehearsal.mark")));
    }
    String summary = texts.text(view.summary());
    return new Card(json, TextTruncator.line(summary, SUMMARY));
  }

  /** Above everything else, so that nobody takes a rehearsal for what it isn't. */
  private void mark(JsonNode card, String words) {
    if (card.path("body") instanceof ArrayNode body) {
      body.insert(0, mark.expand(body.objectNode().put("words", words), HOST).json());
    }
  }

  /** The template bound to the view, with what the engine had to say about it. */
  Expansion expand(CardView view, Locale language) {
    Template template = templates.get(view.template());
    if (template == null) {
      throw new IllegalArgumentException("There is no template cards/" + view.template() + ".json");
    }
    JsonNode data = ViewSerializer.of(view);
    return template.expand(data, HOST.withLocale(language));
  }
}
