package dev.holdfast.testing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Who is in the conversations of the fake Teams. */
final class FakeRoster {

  /** Has all that a careless client would not escape. */
  private static final String TOKEN = "a+b/c=&";

  private static final Pattern ASKED = Pattern.compile("pageSize=500(&continuationToken=([^&]*))?");

  private final FakeTeams teams;
  private final Map<String, List<FakePerson>> members = new ConcurrentHashMap<>();
  private volatile int pageSize = 500;
  private volatile boolean endless;
  private volatile String role = "user";
  private volatile String tenant = FakeTeams.TENANT;

  FakeRoster(FakeTeams teams) {
    this.teams = teams;
  }

  void set(String conversation, List<FakePerson> people) {
    members.put(conversation, people);
  }

  void pagesOf(int people) {
    pageSize = people;
  }

  void says(String userRole, String tenantId) {
    role = userRole;
    tenant = tenantId;
  }

  void endless() {
    endless = true;
  }

  /** By Teams id or Entra id; where nobody has said who is there, everybody is. */
  Optional<FakePerson> find(String conversation, String id) {
    return of(conversation).stream()
        .filter(person -> id.equals(person.teamsId()) || id.equals(person.entraId()))
        .findFirst();
  }

  FakeAnswer page(String conversation, String query) {
    var asked = ASKED.matcher(query);
    if (!asked.matches()) {
      return FakeAnswer.error(400, "BadArgument", "Not a page: " + query);
    }
    var token =
        Optional.ofNullable(asked.group(2))
            .map(text -> URLDecoder.decode(text, StandardCharsets.UTF_8));
    if (token.filter(text -> !text.startsWith(TOKEN)).isPresent()) {
      return FakeAnswer.error(400, "BadArgument", "No such continuation token.");
    }
    var all = of(conversation);
    int from = token.map(text -> Integer.parseInt(text.substring(TOKEN.length()))).orElse(0);
    int to = Math.min(from + pageSize, all.size());
    return FakeAnswer.page(
        all.subList(from, to),
        role,
        tenant,
        endless
            ? Optional.of(TOKEN + from)
            : Optional.of(TOKEN + to).filter(next -> to < all.size()));
  }

  private List<FakePerson> of(String conversation) {
    return members.getOrDefault(FakeConnector.root(conversation), teams.people());
  }
}
