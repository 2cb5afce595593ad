package dev.holdfast.chat;

/** For a command that takes nothing; whatever follows it is passed over. */
record NoArguments() {}
