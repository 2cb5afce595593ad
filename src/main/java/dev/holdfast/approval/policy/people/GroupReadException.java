package dev.holdfast.approval.policy.people;

/** The members of a group couldn't be read. */
public final class GroupReadException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final GroupProblem problem;

  /**
   * @param detail for the log
   */
  public GroupReadException(GroupProblem problem, String detail) {
    super(detail);
    this.problem = problem;
  }

  public GroupProblem problem() {
    return problem;
  }
}
