package dev.holdfast.teams.outbound;

import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.ConversationMembers;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Pages through the members of a conversation. Ends with the last page, or as soon as everybody who
 * is looked for was seen.
 */
@Component
public class PagedConversationMembers implements ConversationMembers {

  /** A team has 25,000 members at most: 50 pages. */
  private static final int MOST_PAGES = 60;

  private final ConnectorGateway dispatch;
  private final ConnectorEndpointResolver lines;
  private final RateLimitRetry onTheSpot;

  public PagedConversationMembers(
      ConnectorGateway dispatch, ConnectorEndpointResolver lines, RateLimitRetry onTheSpot) {
    this.dispatch = dispatch;
    this.lines = lines;
    this.onTheSpot = onTheSpot;
  }

  @Override
  public List<String> missing(Address.Conversation conversation, List<String> entraIds) {
    Set<String> sought = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    sought.addAll(entraIds);
    try {
      read(conversation.withoutThread().id(), sought);
    } catch (ConnectorException e) {
      throw ConnectorErrorMapper.asking(e);
    }
    return entraIds.stream().filter(sought::contains).toList();
  }

  /** Takes everybody out who is found. */
  private void read(String conversation, Set<String> sought) {
    var line = lines.to(conversation);
    var tokens = new HashSet<String>();
    var next = Optional.<String>empty();
    do {
      var asked = next;
      var page = onTheSpot.call(() -> dispatch.members(conversation, line, asked));
      page.members().forEach(member -> member.entraId().ifPresent(sought::remove));
      next = page.next();
      next.ifPresent(token -> requireNew(token, tokens));
    } while (next.isPresent() && !sought.isEmpty());
  }

  /** Whoever was not seen on an endless list may still be on it. */
  private static void requireNew(String token, Set<String> tokens) {
    if (!tokens.add(token) || tokens.size() == MOST_PAGES) {
      throw new ConnectorException(
          502, "", "Teams' list of members comes to no end", Optional.empty());
    }
  }
}
