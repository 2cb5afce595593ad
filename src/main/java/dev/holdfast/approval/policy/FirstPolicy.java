package dev.holdfast.approval.policy;

/** Says by which policy a process that just started decides. */
public interface FirstPolicy {

  Policy atStart();
}
