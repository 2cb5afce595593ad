package dev.holdfast.operation.draft;

/** What is asked of a draft that is shown. */
public final class DraftQueries {

  private DraftQueries() {}

  public static void run(DraftRepository drafts, String id) {
    drafts.shown(id);
    drafts.forgetShown(id);
  }
}
