package dev.holdfast.messaging;

import java.util.List;

/** Who is in a team. */
public interface TeamRoster {

  /** What the messaging service says of a person. */
  enum Standing {
    /** Of the tenant in which the team is. */
    MEMBER,
    /** A guest, or of another tenant. */
    GUEST,
    /** It doesn't say. */
    UNKNOWN
  }

  /** A person in a team. */
  record TeamMember(String entraId, Standing standing) {}

  /**
   * Everybody in a team. Asks the messaging service now, page by page, and throws {@link
   * DeliveryException} when it doesn't say.
   */
  List<TeamMember> members(Address.Conversation team);
}
