# Rolemeter in a container. It watches its host, so it needs the host's network (a hop less to the metadata service), the
# host's files and the host's processes. Root inside, with nothing but the two capabilities that reading takes, because
# Docker gives no capabilities to another user; AppArmor would refuse the environments of programs outside the container:
#
#   docker run -d --name rolemeter --restart unless-stopped --network host --pid host -v /:/host:ro,rslave \
#     --user 0 --cap-drop ALL --cap-add SYS_PTRACE --cap-add DAC_READ_SEARCH \
#     --security-opt no-new-privileges --security-opt apparmor=unconfined --read-only --tmpfs /tmp \
#     -v rolemeter:/var/lib/rolemeter -e STATE_DIRECTORY=/var/lib/rolemeter \
#     rolemeter serve --root /host --config /host/etc/rolemeter/rolemeter.yml
ARG BUILD_IMAGE=maven:3-eclipse-temurin-17
ARG BASE=eclipse-temurin:17-jre

FROM ${BUILD_IMAGE} AS build
# The commit that is built, for `version` and build_info: --build-arg REVISION=$(git rev-parse --short HEAD)
ARG REVISION=unknown
WORKDIR /src
COPY pom.xml ./
COPY config config
COPY src src
# The tests have run before a commit gets here; they need more than this image has.
RUN mvn -B -ntp -DskipTests -Dgit.commit.id.abbrev="$REVISION" package

FROM ${BASE}
COPY --from=build /src/target/rolemeter.jar /usr/share/rolemeter/rolemeter.jar
# Without UTF-8, Java cannot open files whose names are not ASCII, and keys in them would be missed.
ENV LC_ALL=C.UTF-8
# By number, so that any base will do and Kubernetes can see that it is not root.
USER 10169:10169
EXPOSE 10169
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms8m", "-Xmx48m", "-XX:+ExitOnOutOfMemoryError", "-XX:+DisableAttachMechanism", "-XX:-UsePerfData", "-jar", "/usr/share/rolemeter/rolemeter.jar"]
CMD ["serve"]
