package dev.holdfast.notification.card;

import dev.holdfast.messaging.Address;
import dev.holdfast.notification.store.ApproversChannel;
import dev.holdfast.notification.store.GivenUpMessages;
import dev.holdfast.notification.store.PostedCardRepository;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whether enough of those who decide on a request can get its card. */
@Component
public class ApproverReach {

  private final PostedCardRepository posts;
  private final GivenUpMessages givenUp;
  private final ApproversChannel approversChannel;

  ApproverReach(
      PostedCardRepository posts, GivenUpMessages givenUp, ApproversChannel approversChannel) {
    this.posts = posts;
    this.givenUp = givenUp;
    this.approversChannel = approversChannel;
  }

  /**
   * Who has the card or may still get it.
   *
   * @param persons how many approvers who haven't decided
   * @param channel whether everybody in the approvers' channel sees it
   * @param needed how many approvals are missing
   */
  public record Reach(long persons, boolean channel, long needed) {

    public boolean isEnough() {
      return channel || persons >= needed;
    }
  }

  /** As things are. */
  public Reach of(Request request) {
    return of(request, Optional.empty());
  }

  /**
   * The same.
   *
   * @param counted an address that counts as reached, whatever became of its card
   */
  public Reach of(Request request, Optional<Address> counted) {
    Set<Long> outOfReach = givenUp.posts(request.id());
    List<Address> reached =
        posts.of(request.id()).stream()
            .filter(post -> post.kind() == PostedCardRepository.Kind.APPROVAL)
            .filter(
                post ->
                    counted.filter(post.address()::equals).isPresent()
                        || !outOfReach.contains(post.id()))
            .map(PostedCardRepository.Post::address)
            .toList();
    return new Reach(
        reached.stream().filter(address -> isUndecided(address, request)).count(),
        approversChannel.address().filter(reached::contains).isPresent(),
        request.terms().approvals() - request.approval().approvalCount());
  }

  private static boolean isUndecided(Address address, Request request) {
    return address instanceof Address.Person person
        && !request.approval().isDecidedBy(new Person(person.entraId(), ""));
  }

  /** Whether a request waits for approvals that nobody can give. */
  public boolean isStuck(Request request) {
    return request.state() == RequestState.AWAITING_APPROVAL && !of(request).isEnough();
  }
}
