# An image of the server: built as the Debian package is, run without anything that building needs.
#   docker build -t technotariat . && docker run -p 8080:8080 -v technotariat:/data technotariat
FROM node:20-bookworm AS build
WORKDIR /source
COPY . .
RUN tools/package

FROM debian:12-slim
COPY --from=build /source/build/technotariat_*.deb /tmp/technotariat.deb
RUN apt-get update && apt-get install -y --no-install-recommends /tmp/technotariat.deb && rm -rf /tmp/technotariat.deb /var/lib/apt/lists/* \
    && install -d -o technotariat -g technotariat /data
USER technotariat
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
ENTRYPOINT ["/usr/bin/technotariat", "serve", "--data", "/data", "--listen", "0.0.0.0:8080"]
