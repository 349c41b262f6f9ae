# The bot alone, on Node 24, without npm's part in running it. docs/admin.md says how to run it:
#
#   docker build --tag teams-presence-bot .
#   docker run --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges \
#     --env-file bot.env --publish 3978:3978 teams-presence-bot
#
# For a build that can be repeated to the byte, name the base by its digest: --build-arg NODE_IMAGE=node:24-slim@sha256:…
ARG NODE_IMAGE=node:24-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
# No package needs its install script to be bundled, so none is run.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY src ./src
COPY scripts/build.ts ./scripts/build.ts
RUN npm run build

# Starts the bot once: the image cannot be built where it does not start, and what Node compiles meanwhile is kept
# (src/index.ts), so that a container that can write nothing starts as fast as one that can. Node keeps it for each
# user apart, and by path, which is why this is the user and the folder of the last stage. The ids name nobody, and
# nothing is asked of anybody before the first message.
FROM ${NODE_IMAGE} AS warm
WORKDIR /app
COPY --from=build /app/dist ./
RUN install --directory --owner=node --group=node .cache
USER node
RUN set -e; \
  export HOST=127.0.0.1 PORT=0 BOT_TYPE=UserAssignedMSI; \
  export BOT_ID=00000000-0000-4000-8000-000000000000 BOT_TENANT_ID=00000000-0000-4000-8000-000000000000; \
  node --max-semi-space-size=16 --no-parallel-scavenge --no-maglev-destroy-on-background --expose-gc index.mjs > /tmp/said & bot=$!; \
  until grep -q '^listening on port' /tmp/said; do kill -0 $bot; sleep 0.2; done; \
  sleep 2; kill $bot; wait $bot
USER root
# Node writes it for its user alone; in the image it belongs to root, and everybody may read it.
RUN chmod -R a+rX,go-w .cache

FROM ${NODE_IMAGE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3978
# What compiling took is given back (docs/operations.md, Memory).
ENV MALLOC_ARENA_MAX=1 MALLOC_MMAP_THRESHOLD_=32768 MALLOC_TRIM_THRESHOLD_=131072
WORKDIR /app
# All of it is root's: the bot can change neither its own code nor what was compiled of it.
COPY --from=warm --chown=root:root /app ./
USER node
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Without npm or a shell between, so that SIGTERM reaches the bot and turns under way can end.
# As npm start has it (docs/operations.md, Memory).
ENTRYPOINT ["node", "--max-semi-space-size=16", "--no-parallel-scavenge", "--no-maglev-destroy-on-background", "--expose-gc", "index.mjs"]
