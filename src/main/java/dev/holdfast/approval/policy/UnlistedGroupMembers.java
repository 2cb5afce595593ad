package dev.holdfast.approval.policy;

import java.util.List;
import org.springframework.stereotype.Component;

/** Where no other place lists members, there are none but those whom the policy names. */
@Component
class UnlistedGroupMembers implements GroupMembers {

  @Override
  public Membership membership(PeopleGroup group, String personId) {
    return Membership.UNREADABLE;
  }

  @Override
  public List<String> members(PeopleGroup group) {
    return List.of();
  }
}
