// Preloaded with `node --import` into what the commands start. A parent that was killed cannot say goodbye, so its
// children look whether it is still there.
const LOOK_EVERY_MS = 500;
const parent = process.ppid;

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
}, LOOK_EVERY_MS).unref();
