/** Waits for a named condition; what the last attempt threw or gave is part of the complaint. */
export async function until(what, millis, attempt) {
  const deadline = Date.now() + millis;
  let last;
  for (;;) {
    last = await attempt();
    if (last) {
      return last;
    }
    if (Date.now() > deadline) {
      throw new Error(`Waited ${millis / 1000} s in vain for ${what}`);
    }
    await new Promise((done) => setTimeout(done, 100));
  }
}
