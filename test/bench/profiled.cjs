// Loaded into a server after the probe: its profile begins before anything of the server is loaded.
require('./probe.cjs').startProfile();
