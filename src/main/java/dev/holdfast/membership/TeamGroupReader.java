package dev.holdfast.membership;

import dev.holdfast.approval.policy.GroupSource;
import dev.holdfast.approval.policy.people.GroupMember;
import dev.holdfast.approval.policy.people.GroupProblem;
import dev.holdfast.approval.policy.people.GroupReadException;
import dev.holdfast.approval.policy.people.GroupReader;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.DeliveryFailureReason;
import dev.holdfast.messaging.TeamRoster;
import java.util.List;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.stereotype.Component;

/** The members of a team, as the Bot Connector lists them; that needs no permission of Graph. */
@Component
class TeamGroupReader implements GroupReader {

  private final ObjectFactory<TeamRoster> roster;

  TeamGroupReader(ObjectFactory<TeamRoster> roster) {
    this.roster = roster;
  }

  @Override
  public GroupSource.Kind kind() {
    return GroupSource.Kind.TEAM;
  }

  @Override
  public List<GroupMember> read(GroupSource source) {
    try {
      return roster.getObject().members(new Address.Conversation(source.id())).stream()
          .map(person -> new GroupMember(person.entraId(), standing(person.standing())))
          .toList();
    } catch (DeliveryException e) {
      throw new GroupReadException(problem(e), e.getMessage());
    }
  }

  private static GroupMember.Standing standing(TeamRoster.Standing standing) {
    return switch (standing) {
      case MEMBER -> GroupMember.Standing.REGULAR;
      case GUEST -> GroupMember.Standing.GUEST;
      case UNKNOWN -> GroupMember.Standing.UNKNOWN;
    };
  }

  private static GroupProblem problem(DeliveryException e) {
    if (e.hindrance() == DeliveryFailureReason.GONE) {
      return GroupProblem.NOT_FOUND;
    }
    return switch (e.reason()) {
      case UNREACHABLE -> GroupProblem.NOT_THERE;
      case NOT_YET -> GroupProblem.THROTTLED;
      default -> GroupProblem.UNREACHABLE;
    };
  }
}
