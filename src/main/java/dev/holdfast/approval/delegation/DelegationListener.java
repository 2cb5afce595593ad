package dev.holdfast.approval.delegation;

/** Is told of delegations in the transaction that stores them. It calls nobody. */
public interface DelegationListener {

  void started(Delegation delegation);

  void ended(Delegation delegation);
}
