export { type DevServer, type DevServerOptions, startDevServer } from './dev-server.ts';
export { FollowedJob, type OnRead } from './followed-job.ts';
