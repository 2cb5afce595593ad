package dev.holdfast.approval.policy.people;

import java.util.Collection;
import java.util.List;

/** Reads which accounts can be used, where that may be read. */
public interface AccountReader {

  /**
   * Those of these people who can't sign in, or whom there isn't any more; none where it may not be
   * read.
   *
   * @param ids Entra object IDs
   * @throws GroupReadException if it isn't known
   */
  List<String> unusable(Collection<String> ids);
}
