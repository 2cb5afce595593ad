/*
 * One request of Holdfast, driven by two replicas: from its approval to its end. README.md maps each part to the code,
 * says what is left out, and why the timers below are enough.
 *
 * Each protection can be removed with -D; mutate.sh shows that the model then fails:
 * NO_INTENT, NO_VERSION, NO_LOCK, NO_BASELINE, NO_CALLER, NO_AGE, NO_TAKEOVER, NO_LISTING, NO_REVALIDATION,
 * NO_SECOND_PERSON, NO_TIME_BEFORE_LOOK; with PLANNED also NO_NOT_BEFORE, NO_GRACE, NO_GRACE_AGAIN.
 */

#define REPLICAS 2

/* States of the request, as stored. DONE is every reported end: succeeded, failed, voided, expired. */
mtype = { AWAITING, APPROVED, STARTING, RUNNING, UNKNOWN, DONE };
/* What a call brought. */
mtype = { NOTHING, ACCEPTED, REFUSED, LOST };

/* ---- The row of the request in the database ---- */
mtype st = APPROVED;
bool stale[REPLICAS];         /* the version was raised since the replica read or wrote the row */
bool approvals = true;        /* part of the row, so a withdrawal raises the version */
byte made = 0;                /* calls since the request was last put back */
bool shownNothing = false;    /* the service was read since the last call, and showed nothing of it */
bool answerLost = false;      /* the last call's end was seen, without an answer */
bool oldKnown = false;        /* the IDs stored with the intent: of the old operation, */
bool foreignKnown = false;    /* and of somebody else's */

/* ---- The service ---- */
byte taken = 0;               /* orders of this request that it took */
bool oursListed = false;      /* late */
bool oldListed = true;        /* an operation of our own principal from before the call */
bool foreign = false;         /* somebody else's restore: listed, */
bool foreignRuns = false;     /* and at work */

/* ---- Calls on their way ---- */
bool fly[REPLICAS];           /* sent, and neither arrived nor given up */
byte orphans = 0;             /* the same of a replica that has crashed since */
mtype answer[REPLICAS] = NOTHING;

/* ---- Time: what has passed, as far as the settings' order allows it (see the process Time) ---- */
bool fresh[REPLICAS];         /* the checks are younger than max-check-age */
bool takeoverOver = false;    /* takeover-delay has passed since the intent */
bool listingOver = false;     /* and operation-listing-delay after that, or after the lost answer */
byte holder = 0;              /* who committed the intent */

/* ---- The policy, and another request on the same environment ---- */
bool policy = true;           /* allows the request */
bool policyRecent = true;     /* it allowed it less than max-check-age ago */
bool checkedBefore[REPLICAS]; /* the checks are older than the policy's change */
bool otherRuns = false;

/* ---- The planned start: with PLANNED its time comes, and then its grace period ends ---- */
#ifdef PLANNED
bool due = false;
bool graceOver = false;
#else
#define due true
#define graceOver false
#endif

/* ---- Troubles that happen a limited number of times ---- */
#ifndef CRASHES
#define CRASHES 1
#endif
byte crashes = CRASHES;
byte withdrawals = 1;
#ifdef RIGHTS
byte resolutions = 0;
#else
byte resolutions = 1;
#endif
bool proposed = false;

#define active (st == STARTING || st == RUNNING || st == UNKNOWN)
#define over   (st == DONE || st == UNKNOWN)

/*
 * The process is killed: what it held in memory is gone, what it sent is on its way. Before its first lasting step, and
 * after its last, a kill is the same as a pause that never ends, so it's modeled only in between.
 */
#define MAY_CRASH \
  if \
  :: skip \
  :: atomic { crashes > 0 -> crashes--; \
       if :: fly[i] -> fly[i] = false; orphans++ :: else fi; \
       answer[i] = NOTHING; LEAVE } \
  fi

/* Each transition does; a replica that read the row before can store nothing any more. */
#define RAISE_VERSION stale[0] = true; stale[1] = true

/* A transition is stored only if nobody else was first. */
#ifdef NO_VERSION
#define STORED true
#define COMMITTABLE true
#else
#define STORED (!stale[i])
#define COMMITTABLE (st == APPROVED)
#endif

#ifdef NO_REVALIDATION
#define MAY_REPEAT (lmade <= 1)
#else
#define MAY_REPEAT (lmade <= 1 && policy)
#endif

/* Time passes between the look and the intent: the transition itself refuses what comes too late. */
#ifdef NO_GRACE
#define IN_TIME true
#else
#define IN_TIME (!graceOver)
#endif
#ifdef NO_GRACE_AGAIN
#define IN_TIME_AGAIN true
#else
#define IN_TIME_AGAIN (!graceOver)
#endif

#ifdef NO_AGE
#define FRESH true
#else
#define FRESH fresh[i]
#endif

/* Nothing of the call can be on its way: max-check-age and the call's timeouts have passed since the intent. */
#ifdef NO_TAKEOVER
#define CALL_ENDED true
#else
#define CALL_ENDED (!fresh[holder] && !fly[holder] && orphans == 0)
#endif

/* What the service took is listed. */
#ifdef NO_LISTING
#define LISTED true
#else
#define LISTED (taken == 0 || oursListed)
#endif

/* The second person looks properly; the first may be wrong. */
#ifdef NO_SECOND_PERSON
#define LOOKED_AT true
#else
#define LOOKED_AT (taken == 0 && !fly[0] && !fly[1] && orphans == 0)
#endif

/* Back to the beginning, with nothing in memory. */
#define LEAVE fresh[i] = false; checkedBefore[i] = false; lmade = 0; candidates = 0; lshown = false; \
  loldKnown = false; lforeignKnown = false; ours = false; lfree = false; lended = false; llisted = false; goto idle

proctype Replica(byte i) {
  byte lmade, candidates;
  bool lshown, loldKnown, lforeignKnown, ours, lfree, lended, llisted;

idle:
  /* Reads the row. What a replica that pauses holds is as old as this. */
  if
  :: atomic { st == APPROVED -> stale[i] = false; goto start }
  :: atomic { st == STARTING -> stale[i] = false; lmade = made; lshown = shownNothing; goto reconcile }
  :: atomic { st == RUNNING -> stale[i] = false; goto follow }
  :: atomic { st == DONE || (st == UNKNOWN && resolutions == 0) -> goto finished }
  fi;

start:
  /* The planned start: before it nothing is checked, and after the grace period it's missed. */
#ifndef NO_NOT_BEFORE
  atomic { if :: due -> skip :: else -> LEAVE fi }
#endif
  atomic {
    if
    :: graceOver -> if :: STORED && st == APPROVED -> st = DONE; RAISE_VERSION :: else fi; LEAVE
    :: else -> skip
    fi
  }
  /* Checks: the time is taken first, then policy and approvals are read. */
  atomic { fresh[i] = true; checkedBefore[i] = false }
#ifndef NO_REVALIDATION
  atomic {
    if
    :: policy && approvals -> skip
    :: else ->
       if :: STORED && st == APPROVED -> st = DONE; RAISE_VERSION :: else fi;
       LEAVE
    fi
  }
#endif
  /* The operations before the call are listed. Without the list there is no call, as if this had never begun. */
#ifndef NO_BASELINE
  atomic { loldKnown = oldListed; lforeignKnown = foreign }
#endif
  /* The intent, under the lock of the environment. */
#ifdef NO_LOCK
  lfree = !otherRuns;
#endif
  atomic {
#ifndef NO_LOCK
    lfree = !otherRuns;
#endif
    if
    :: lfree && STORED && COMMITTABLE && IN_TIME ->
       assert(due && !graceOver);
#ifndef NO_INTENT
       assert(!otherRuns);
       st = STARTING; RAISE_VERSION;
#endif
       stale[i] = false; made = 1; lmade = 1; shownNothing = false; answerLost = false;
       oldKnown = loldKnown; foreignKnown = lforeignKnown;
       holder = i; takeoverOver = false; listingOver = false
    :: else -> LEAVE
    fi
  }

send:
  MAY_CRASH;
  /* The guard, first half: the request is as it was when the intent was committed. */
#if !defined(NO_VERSION) && !defined(NO_INTENT)
  atomic { if :: !stale[i] && st == STARTING -> skip :: else -> LEAVE fi }
#endif
  /* Second half: the age. The bytes go out in the same step; README.md describes the window that remains. */
  atomic {
    if
    :: FRESH ->
       assert(approvals);
       assert(policy || policyRecent);
       fly[i] = true; fresh[i] = false; checkedBefore[i] = false
    :: else -> LEAVE
    fi
  }
  if
  :: answer[i] != NOTHING -> skip
  :: atomic { crashes > 0 -> crashes--;
       if :: fly[i] -> fly[i] = false; orphans++ :: else fi;
       answer[i] = NOTHING; LEAVE }
  fi;
  atomic {
    if
    :: answer[i] == ACCEPTED ->
       if :: STORED -> assert(taken > 0); st = RUNNING; RAISE_VERSION :: else fi
    :: answer[i] == REFUSED && lmade <= 1 ->
       if :: STORED -> st = APPROVED; RAISE_VERSION :: else fi
    :: else ->    /* lost, or refused where an earlier call may have begun */
       if :: STORED && st == STARTING -> answerLost = true :: else fi
    fi;
    answer[i] = NOTHING;
    LEAVE
  }

reconcile:
  /* The time is taken before the look: a look that is older than the clock that judges it proves nothing. */
#ifndef NO_TIME_BEFORE_LOOK
  atomic { lended = takeoverOver || answerLost; llisted = listingOver }
#endif
  /* One look at the list: candidates are those that weren't listed before the call. */
  atomic {
    candidates = (oursListed -> 1 : 0) + (oldListed && !oldKnown -> 1 : 0) + (foreign && !foreignKnown -> 1 : 0);
#ifdef NO_CALLER
    ours = candidates == 1
#else
    ours = candidates == 1 && !(foreign && !foreignKnown)
#endif
  }
#ifdef NO_TIME_BEFORE_LOOK
  atomic { lended = takeoverOver || answerLost; llisted = listingOver }
#endif
  atomic {
    if
    :: ours ->
       if :: STORED -> assert(oursListed); st = RUNNING; RAISE_VERSION :: else fi; LEAVE
    :: !ours && !lended -> LEAVE                          /* it may be on its way */
    :: !ours && lended && candidates > 0 ->
       if :: STORED -> st = UNKNOWN; RAISE_VERSION :: else fi; LEAVE
    :: !ours && lended && candidates == 0 && (!llisted || !lshown) ->
       if :: STORED -> shownNothing = true :: else fi; LEAVE
    :: !ours && lended && candidates == 0 && llisted && lshown -> fresh[i] = true; checkedBefore[i] = false
    fi
  }
  /* It is repeated, but not without end; and the policy is asked again. */
  atomic {
    if
    :: MAY_REPEAT && !graceOver -> skip
    :: else -> if :: STORED -> st = UNKNOWN; RAISE_VERSION :: else fi; LEAVE
    fi
  }
  atomic {
    if
    :: STORED && IN_TIME_AGAIN ->
       assert(!graceOver);
       made = lmade + 1; lmade = made; RAISE_VERSION; stale[i] = false; shownNothing = false; answerLost = false;
       holder = i; takeoverOver = false; listingOver = false; goto send
    :: else -> LEAVE
    fi
  }

follow:
  atomic { if :: STORED -> st = DONE; RAISE_VERSION :: else fi; LEAVE }

finished:
  skip
}

/* Takes what arrives. A second order of this request is an error, whether or not the service would answer it with 409. */
inline arrives(a) {
  if
  :: foreignRuns -> a = REFUSED
  :: !foreignRuns ->
     assert(taken == 0);
     taken++;
     if :: a = ACCEPTED :: a = LOST fi
  :: a = LOST                 /* it never arrived */
  fi
}

proctype Service() {
  mtype nobody;
end:
  do
  :: atomic { fly[0] -> fly[0] = false; arrives(answer[0]) }
  :: atomic { fly[1] -> fly[1] = false; arrives(answer[1]) }
  :: atomic { orphans > 0 -> orphans--; arrives(nobody); nobody = NOTHING }
  :: atomic { taken > 0 && !oursListed -> oursListed = true }
  od
}

/*
 * What time may do, given the order of the settings that is checked at startup:
 * takeover-delay > max-check-age + connect + read, and the service lists within operation-listing-delay.
 */
proctype Time() {
end:
  do
  :: atomic { fresh[0] -> fresh[0] = false }
  :: atomic { fresh[1] -> fresh[1] = false }
  :: atomic { st == STARTING && !takeoverOver && CALL_ENDED -> takeoverOver = true }
  :: atomic { st == STARTING && !listingOver && LISTED && (takeoverOver || answerLost) -> listingOver = true }
  :: atomic { !policy && policyRecent && !(fresh[0] && checkedBefore[0]) && !(fresh[1] && checkedBefore[1]) ->
       policyRecent = false }
  od
}

/* Somebody else restores the environment at any time. */
proctype SomebodyElse() {
end:
  atomic { foreign = true; foreignRuns = true }
  foreignRuns = false
}

/* The policy becomes stricter at any time. */
proctype Policy() {
end:
  atomic { policy = false; policyRecent = true; checkedBefore[0] = fresh[0]; checkedBefore[1] = fresh[1] }
}

/* Another request on the same environment begins when it sees that this one isn't at work. */
proctype OtherRequest() {
  bool free;
end:
#ifdef NO_LOCK
  free = !active;
  if
  :: free -> atomic { assert(!active); otherRuns = true }
     otherRuns = false
  :: else -> skip
  fi
#else
  atomic { !active -> free = true; otherRuns = true }
  otherRuns = false
#endif
}

/* An approval is withdrawn before the intent is committed, and given again, or the request expires. */
proctype Approver() {
end:
  do
  :: atomic { withdrawals > 0 && st == APPROVED -> withdrawals--; approvals = false; st = AWAITING; RAISE_VERSION }
  :: atomic { st == AWAITING -> approvals = true; st = APPROVED; RAISE_VERSION }
  :: atomic { st == AWAITING -> st = DONE; RAISE_VERSION }
  od
}

/* Of two people who say that it never started, one may be wrong. */
proctype People() {
end:
  do
  :: atomic { st == UNKNOWN && resolutions > 0 -> resolutions = 0; proposed = false }          /* given up */
  :: atomic { st == UNKNOWN && resolutions > 0 && oursListed ->                                 /* it ran as this one */
       resolutions = 0; proposed = false; st = RUNNING; RAISE_VERSION }
  :: atomic { st == UNKNOWN && resolutions > 0 && !proposed -> proposed = true; RAISE_VERSION }
  :: atomic { st == UNKNOWN && resolutions > 0 && proposed && LOOKED_AT ->
       resolutions = 0; proposed = false; st = APPROVED; RAISE_VERSION; made = 0 }
  od
}

#ifdef PLANNED
/* Its time comes, and passes. */
proctype Plan() {
end:
  due = true;
  graceOver = true
}
#endif

/* What goes on around the request: in RIGHTS what may be done, else the service's side and the people who resolve. */
#ifdef ALL
#define SURROUNDINGS run SomebodyElse(); run People(); run Approver(); run Policy(); run OtherRequest()
#else
#ifdef PLANNED
#define SURROUNDINGS run Plan(); run Approver(); run People()
#else
#ifdef RIGHTS
#define SURROUNDINGS run Approver(); run Policy(); run OtherRequest()
#else
#define SURROUNDINGS run SomebodyElse(); run People()
#endif
#endif
#endif

init {
  atomic { run Service(); run Time(); SURROUNDINGS; run Replica(0); run Replica(1) }
}

#ifdef LIVENESS
/* Every accepted request ends: reported, or unknown and in people's hands. */
ltl ends { <> over }
#endif
