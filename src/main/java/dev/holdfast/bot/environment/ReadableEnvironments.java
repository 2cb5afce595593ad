package dev.holdfast.bot.environment;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.approval.ReadingRights;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.environment.EnvironmentCatalog;
import dev.holdfast.environment.EnvironmentListing;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.NameLookup;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * The environments of the {@link EnvironmentCatalog} that a person may see. For everybody else the
 * others aren't there: what is looked for in vain is looked for in the same way, and takes as long.
 */
@Component
public class ReadableEnvironments {

  private final EnvironmentCatalog catalog;
  private final ReadingRights rights;

  ReadableEnvironments(EnvironmentCatalog catalog, ReadingRights rights) {
    this.catalog = catalog;
    this.rights = rights;
  }

  /** Reads the environments if they weren't read yet. */
  void prepare() {
    catalog.all();
  }

  /** Whether there is a listing, so that nobody waits for one. */
  public boolean isRead() {
    return catalog.isRead();
  }

  /**
   * @throws AdminApiException when there is no listing yet and none can be read
   */
  public EnvironmentListing all(ChatUser who) {
    EnvironmentListing all = catalog.all();
    return new EnvironmentListing(
        all.subjects().stream().filter(readableBy(who)).toList(),
        all.readAt(),
        all.kindsAwaited(),
        all.unreadable(),
        all.trouble());
  }

  /** Those that a person may not see, for leaving them out; none while they can't be read. */
  public List<EnvironmentProfile> hiddenFrom(ChatUser who) {
    try {
      return catalog.all().subjects().stream().filter(readableBy(who).negate()).toList();
    } catch (AdminApiException e) {
      return List.of();
    }
  }

  /** As {@link EnvironmentCatalog#find}. */
  public NameLookup find(String text, ChatUser who) {
    return catalog.find(text, readableBy(who));
  }

  /** As {@link EnvironmentCatalog#search}. */
  public List<EnvironmentProfile> search(String text, ChatUser who) {
    return catalog.search(text, readableBy(who));
  }

  /** As {@link EnvironmentCatalog#suggest}. */
  public List<EnvironmentProfile> suggest(String text, int enough, ChatUser who) {
    return catalog.suggest(text, enough, readableBy(who));
  }

  /** As {@link EnvironmentCatalog#byId}. */
  public Optional<EnvironmentProfile> byId(String environmentId, ChatUser who) {
    return catalog.byId(environmentId, readableBy(who));
  }

  /** As {@link EnvironmentCatalog#foundInMemory}. */
  Optional<EnvironmentProfile> foundInMemory(String text, ChatUser who) {
    return catalog.foundInMemory(text, readableBy(who));
  }

  /** As {@link EnvironmentCatalog#inMemory}. */
  public Optional<EnvironmentProfile> inMemory(String environmentId, ChatUser who) {
    return catalog.inMemory(environmentId).filter(readableBy(who));
  }

  /** Whether a person may see an environment as it was just read. */
  public boolean contain(EnvironmentProfile environment, ChatUser who) {
    return readableBy(who).test(environment);
  }

  void refreshSoon() {
    catalog.refreshSoon();
  }

  private Predicate<EnvironmentProfile> readableBy(ChatUser who) {
    return rights.environments(who.person());
  }
}
