FROM node:22-slim AS build
WORKDIR /srv
COPY package.json package-lock.json tsconfig.json ./
RUN npm ci
COPY src src
COPY db db
COPY views views
COPY public public
RUN npm run build && npm prune --omit=dev

FROM node:22-slim
WORKDIR /srv
COPY --from=build /srv /srv
RUN mkdir data && chown node data
USER node
ENV HOST=0.0.0.0
EXPOSE 3000
CMD ["node", "--max-semi-space-size=4", "--heap-growing-percent=20", "dist/src/server.js"]
