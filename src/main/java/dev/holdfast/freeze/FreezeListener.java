package dev.holdfast.freeze;

/** Is told of freezes in the transaction that stores them. It calls nobody. */
public interface FreezeListener {

  void started(Freeze freeze);

  void ended(Freeze freeze);
}
