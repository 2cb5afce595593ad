package dev.holdfast.notification.policy;

import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.Messenger.Posted;
import dev.holdfast.testing.plans.Exercise;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the package asks the database. */
public final class QueriesOfPolicyCards implements Exercise {

  private static final List<String> PROPOSAL =
      List.of(
          """
          insert into policies (id, kind, digest, body, reason, approved_by, in_force_at)
          values (4711, 'FILE', 'digest', '', 'FIRST', '', current_timestamp)
          """,
          """
          insert into policy_proposals (id, base_id, kind, digest, body, state, proposed_at, claimed_at)
          values (4711, 4711, 'FILE', 'next', '', 'PENDING', current_timestamp, current_timestamp)
          """);

  @Override
  public List<Class<?>> beans() {
    return List.of(PolicyCardRepository.class);
  }

  @Override
  public void run(ApplicationContext context) {
    JdbcClient jdbc = context.getBean(JdbcClient.class);
    PROPOSAL.forEach(sql -> jdbc.sql(sql).update());
    PolicyCardRepository posts = context.getBean(PolicyCardRepository.class);
    posts.add(4711, new Address.Person("id-megan"));
    long card = posts.of(4711).get(0).id();
    posts.find(card);
    posts.delivered(card, new Posted("chat-3", "message-1"));
    posts.notPosted(card);
    posts.unreached(4711);
  }
}
