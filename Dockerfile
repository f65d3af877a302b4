# An image of the server: built as the package is, run without anything that building needs.
#   docker build -t technotariat . && docker run -p 8080:8080 -v technotariat:/data technotariat
FROM debian:12 AS build
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates git nodejs npm
WORKDIR /source
COPY . .
# Debian's own Node is older than the page's tools ask for; the program is complete without the page if NODE_IMAGE is not used.
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
