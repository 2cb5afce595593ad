package dev.holdfast.teams.outbound;

import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.ConversationMembers;
import dev.holdfast.messaging.TeamRoster;
import dev.holdfast.teams.activity.ConnectorEndpoint;
import dev.holdfast.teams.activity.Member;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Pages through the members of a conversation. Ends with the last page, or as soon as everybody who
 * is looked for was seen.
 */
@Component
public class PagedConversationMembers implements ConversationMembers, TeamRoster {

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

  @Override
  public List<TeamMember> members(Address.Conversation team) {
    List<TeamMember> all = new ArrayList<>();
    try {
      var line = lines.to(team.id());
      read(
          team.id(),
          line,
          member ->
              member.entraId().ifPresent(id -> all.add(new TeamMember(id, standing(member, line)))),
          () -> true);
    } catch (ConnectorException e) {
      throw ConnectorErrorMapper.asking(e);
    }
    return all;
  }

  /** Only who is surely of this tenant is a member; Teams doesn't document its words. */
  private static Standing standing(Member member, ConnectorEndpoint line) {
    boolean external =
        member
                .userName()
                .filter(name -> name.toUpperCase(Locale.ROOT).contains("#EXT#"))
                .isPresent()
            || member.role().filter("guest"::equalsIgnoreCase).isPresent();
    if (external || member.tenantId().filter(id -> !isOurs(id, line)).isPresent()) {
      return Standing.GUEST;
    }
    return member.tenantId().isPresent()
            && member.role().filter("user"::equalsIgnoreCase).isPresent()
        ? Standing.MEMBER
        : Standing.UNKNOWN;
  }

  private static boolean isOurs(String tenant, ConnectorEndpoint line) {
    return line.tenantId().filter(tenant::equalsIgnoreCase).isPresent();
  }

  /** Takes everybody out who is found. */
  private void read(String conversation, Set<String> sought) {
    read(
        conversation,
        lines.to(conversation),
        member -> member.entraId().ifPresent(sought::remove),
        () -> !sought.isEmpty());
  }

  private void read(
      String conversation, ConnectorEndpoint line, Consumer<Member> each, BooleanSupplier goOn) {
    var tokens = new HashSet<String>();
    var next = Optional.<String>empty();
    do {
      var asked = next;
      var page = onTheSpot.call(() -> dispatch.members(conversation, line, asked));
      page.members().forEach(each);
      next = page.next();
      next.ifPresent(token -> requireNew(token, tokens));
    } while (next.isPresent() && goOn.getAsBoolean());
  }

  /** Whoever was not seen on an endless list may still be on it. */
  private static void requireNew(String token, Set<String> tokens) {
    if (!tokens.add(token) || tokens.size() == MOST_PAGES) {
      throw new ConnectorException(
          502, "", "Teams' list of members comes to no end", Optional.empty());
    }
  }
}
