/** ?naive: the storage believes that the last visit ended well, as any storage does that does not ask. */

if (asked.has('naive')) localStorage.setItem('pid-fini', '1');
