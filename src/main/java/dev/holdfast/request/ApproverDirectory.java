package dev.holdfast.request;

import java.util.List;

/** Who may decide on anything at all, as the policy stands now. */
public interface ApproverDirectory {

  /** The Entra object ids of all whom a rule of the policy names, each once. */
  List<String> all();
}
